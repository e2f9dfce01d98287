# What companies show: the demos page and the companies’ own.

site-demos = Demos
demos-title = Demos
demos-text = Start-ups that show their work here, where and when.
demos-order = Order
demos-by-track = By field
demos-by-time = By time
demos-other = Other fields
demos-none = Nothing is on show yet
demos-none-text = Who demonstrates what will be published here with the programme.
