# 各電郵共用的字句。
mail-hello = { $name }，您好：
mail-hello-nobody = 您好：
mail-when = 時間
mail-where = 地點
mail-ticket-code = 您的門票編號
mail-ticket-picture = 您的門票二維碼。如未能顯示圖片，請出示下方編號。
mail-sign-in-code = 您的登入驗證碼
mail-plain-link = 如按鈕未能開啟，請使用以下網址：
mail-questions = 如有查詢，請電郵至：
mail-keep-to-yourself = 本電郵內的連結只供您本人使用，請勿轉寄。
mail-personal-link = 〔個人連結〕
