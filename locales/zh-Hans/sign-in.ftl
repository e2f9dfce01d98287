# 登录，以及接受邀请。

sign-in-title = 登录
sign-in-email = 邮箱
sign-in-password = 密码
sign-in-act = 登录
sign-in-by-mail = 改用邮件验证码
sign-in-by-mail-hint = 无需密码：我们会把六位验证码和链接发到您的邮箱。
sign-in-as = 您将以 { $name }（{ $email }）的身份登录。

code-title = 请查看邮件
code-text = 如果此邮箱已有账号，我们刚刚发送了六位验证码，{ $minutes } 分钟内有效。
code-label = 六位验证码
code-again = 没收到邮件？请核对邮箱后重新获取。

invitation-title = 诚邀加入
invitation-text = 现邀请您担任全站的“{ $role }”。
invitation-edition-text = 现邀请您担任{ $edition }的“{ $role }”。
invitation-name = 姓名
invitation-password = 密码
invitation-password-hint = 至少8个字符。不设密码也可以用邮件验证码登录。
invitation-accept = 接受
