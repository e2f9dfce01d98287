# 公司展示：展示一览和公司页面。

site-demos = 展示
demos-title = 展示
demos-text = 参展的初创公司及其展示内容、场地和时间。
demos-order = 排列方式
demos-by-track = 按专题
demos-by-time = 按时间
demos-other = 其他专题
demos-none = 展示名单尚未公布
demos-none-text = 参展公司和展示内容将随议程在此公布。
