# 公开的议程。

site-programme = 议程
published-title = 议程
published-release = 版本：{ $name }
published-old = 您正在浏览较早的版本“{ $name }”。
published-newest = 查看最新版本
published-search = 搜索环节及演讲嘉宾
published-narrow = 按领域、场地、语言
published-track = 专题领域
published-room = 场地
published-language = 使用语言
published-days = 日期
published-whole = 完整议程
published-nothing = 找不到符合的环节
published-nothing-text = 没有环节符合全部条件。请减少条件，或浏览完整议程。
published-unreleased = 议程尚未公布
published-unreleased-text = 议程公布后将刊于此页。
published-now = 正在及即将进行
published-again = 刷新
published-on = 正在进行
published-on-none = 目前没有环节进行。
published-next = 各场地下一环节
published-next-none = 之后再无环节。
published-star = 收藏“{ $title }”
published-unstar = 取消收藏“{ $title }”
published-starred = 我的议程
published-starred-none = 尚未收藏任何环节
published-starred-none-text = 请收藏您想参加的环节。收藏记录存于此浏览器，无需账号。
published-feed = 加入您的日历
published-feed-text = 您的日历可订阅以下网址；收藏的环节及其变动会自动更新。持有此网址的人可看到您的收藏。
published-follow = 以日历订阅
published-one-calendar = 加入日历
published-speakers = 演讲嘉宾
published-speakers-none = 演讲嘉宾尚未公布。
published-chairs = （主持）
published-cancelled = 此环节已取消。
published-take = 随身携带
published-take-text = 订阅此网址的日历会随议程更新。
published-calendar = 日历（iCalendar）
published-table = 表格（CSV）

# The programme on other people's pages.
published-embed = 在您的网页中加入以下一行，即可显示日程：
embed-whole = 完整日程
embed-unreachable = 暂时无法在此显示日程。
published-room-calendar = { $room }的日历
