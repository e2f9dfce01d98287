# The words that all mails share.
mail-hello = Dear { $name },
mail-hello-nobody = Hello,
mail-when = When
mail-where = Where
mail-ticket-code = Your ticket code
mail-ticket-picture = Your ticket as a QR code. If you see no picture, show the code below.
mail-sign-in-code = Your sign-in code
mail-plain-link = If the button does not work, open this address:
mail-questions = Questions? Write to us:
mail-keep-to-yourself = The links in this mail are for you alone. Please do not forward it.
mail-personal-link = [personal link]
