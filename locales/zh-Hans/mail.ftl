# 各邮件共用的字句。
mail-hello = { $name }，您好：
mail-hello-nobody = 您好：
mail-when = 时间
mail-where = 地点
mail-ticket-code = 您的电子票编号
mail-ticket-picture = 您的电子票二维码。如果图片无法显示，请出示下方编号。
mail-sign-in-code = 您的登录验证码
mail-plain-link = 如果按钮无法打开，请访问以下网址：
mail-questions = 如有疑问，请发邮件至：
mail-keep-to-yourself = 本邮件中的链接仅供您本人使用，请勿转发。
mail-personal-link = 〔个人链接〕
