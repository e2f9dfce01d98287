# 收取哪些電郵。
mail-preferences = 不想再收到此類電郵？請選擇收取哪些電郵：
mail-preferences-link = 選擇收取哪些電郵，或取消訂閱
mail-kind-reminder = 日期將至的提示
mail-kind-news = 致謝、最新消息及後續安排
preferences-title = 收取哪些電郵
preferences-text = 以下選擇適用於本屆論壇寄往 { $email } 的電郵。
preferences-kinds = 請寄給我
preferences-hint = 與您本人的登記、申請或帳戶有關的電郵（例如門票或申請結果）不受影響。
preferences-act = 儲存
preferences-saved = 已儲存
preferences-unsubscribed = 已取消訂閱此類電郵
preferences-done-text = 本屆論壇寄往 { $email } 的電郵將按您的選擇發送。
preferences-still = 有關您本人的登記、申請或帳戶的重要電郵仍會照常發送。您可隨時經電郵內的連結返回此頁更改。
audit-mail-prefer = 更改收取電郵的選擇
