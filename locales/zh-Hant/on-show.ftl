# 公司展示：展示一覽及公司專頁。

site-demos = 展示
demos-title = 展示
demos-text = 初創公司的展示、場地及時間。
demos-order = 排列方式
demos-by-track = 按專題
demos-by-time = 按時間
demos-other = 其他專題
demos-none = 展示名單尚未公布
demos-none-text = 展示公司及內容將隨議程刊於此頁。
