# 公開的議程。

site-programme = 議程
published-title = 議程
published-release = 版本：{ $name }
published-old = 您正在瀏覽較早的版本「{ $name }」。
published-newest = 查看最新版本
published-search = 搜尋環節及講者
published-narrow = 按領域、場地、語言
published-track = 專題領域
published-room = 場地
published-language = 使用語言
published-days = 日期
published-whole = 完整議程
published-nothing = 找不到符合的環節
published-nothing-text = 沒有環節符合全部條件。請減少條件，或瀏覽完整議程。
published-unreleased = 議程尚未公布
published-unreleased-text = 議程公布後將刊於此頁。
published-now = 現正及即將進行
published-again = 重新整理
published-on = 現正進行
published-on-none = 目前沒有環節進行。
published-next = 各場地下一環節
published-next-none = 之後再無環節。
published-star = 收藏「{ $title }」
published-unstar = 取消收藏「{ $title }」
published-starred = 我的議程
published-starred-none = 尚未收藏任何環節
published-starred-none-text = 請收藏您想參加的環節。收藏記錄存於此瀏覽器，無須開設帳戶。
published-feed = 加入您的日曆
published-feed-text = 您的日曆可訂閱以下網址；收藏的環節及其更動會自動更新。持有此網址的人可看到您的收藏。
published-follow = 以日曆訂閱
published-one-calendar = 加入日曆
published-speakers = 講者
published-speakers-none = 講者尚未公布。
published-chairs = （主持）
published-cancelled = 此環節已取消。
published-take = 隨身攜帶
published-take-text = 訂閱此網址的日曆會隨議程更新。
published-calendar = 日曆（iCalendar）
published-table = 表格（CSV）

# The programme on other people's pages.
published-embed = 在您的網頁加入以下一行，即可顯示議程：
embed-whole = 完整議程
embed-unreachable = 目前未能在此顯示議程。
published-room-calendar = { $room }的日曆
