# 接收哪些邮件。
mail-preferences = 不想再收到这类邮件？请选择接收哪些邮件：
mail-preferences-link = 选择接收哪些邮件，或退订
mail-kind-reminder = 日期临近的提醒
mail-kind-news = 致谢、最新消息和后续安排
preferences-title = 接收哪些邮件
preferences-text = 以下选择适用于本届论坛发往 { $email } 的邮件。
preferences-kinds = 请发给我
preferences-hint = 与您本人的报名、申请或账号有关的邮件（如电子票、申请结果）不受影响。
preferences-act = 保存
preferences-saved = 已保存
preferences-unsubscribed = 已退订这类邮件
preferences-done-text = 本届论坛发往 { $email } 的邮件将按您的选择发送。
preferences-still = 与您本人的报名、申请或账号有关的重要邮件仍会照常发送。您可随时通过邮件中的链接回到此页更改。
audit-mail-prefer = 更改邮件接收选择
