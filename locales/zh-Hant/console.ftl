# 每屆管理後台的各個房間。

console-today = 今日
console-registrations = 登記
console-places = 類別與名額
console-questions = 問題
console-mail = 電郵
console-team = 團隊
console-settings = 設定

today-to-do = 待辦事項
today-nothing = 沒有待辦事項
today-nothing-text = 新的審批、欠缺的翻譯及其他下一步會列於此處。
today-numbers = 登記人數
today-arrived = 24小時內新增
today-places = 名額
today-taken = 已用 { $taken }／{ $capacity }
today-public-page = 公開網頁

doing-approve = { $count } 項登記待審批
doing-approve-act = 前往審批
doing-call-waiting = 仍有名額，{ $count } 人正在輪候
doing-call-waiting-act = 聯絡輪候者
doing-translate = { $count } 項公開文字欠缺語言版本
doing-translate-act = 查看欠缺項目
doing-publish = 本屆論壇仍是草稿，只有工作人員看到
doing-publish-act = 檢查並發布
doing-add-type = 尚未設定登記類別，暫時無人可以登記
doing-add-type-act = 新增類別
