# 登入，以及接受邀請。

sign-in-title = 登入
sign-in-email = 電郵地址
sign-in-password = 密碼
sign-in-act = 登入
sign-in-by-mail = 改用電郵驗證碼
sign-in-by-mail-hint = 毋須密碼：我們會把六位數驗證碼及連結寄到您的電郵。
sign-in-as = 您將以 { $name }（{ $email }）的身分登入。

code-title = 請查看電郵
code-text = 如此電郵地址設有帳戶，我們剛已寄出六位數驗證碼，{ $minutes } 分鐘內有效。
code-label = 六位數驗證碼
code-again = 收不到電郵？請檢查地址，再要求一次。

invitation-title = 誠邀加入
invitation-text = 現邀請您擔任全站的「{ $role }」。
invitation-edition-text = 現邀請您擔任{ $edition }的「{ $role }」。
invitation-name = 姓名
invitation-password = 密碼
invitation-password-hint = 最少8個字元。不設密碼，可用電郵驗證碼登入。
invitation-accept = 接受
