# 限额环节：组织者设定名额，参会者预约，查看名单。

seats-title = 限额环节
seats-text = 部分环节名额有限。您可在此查看预约情况、预约名额或释放名额。
seats-go = 预约环节
seats-rule = 有人释放名额后，名额立即分配给候补名单第一位，并邮件通知。如不能到场，请在此释放名额。
seats-unconfirmed = 报名确认后即可预约。
seats-none = 目前没有限额环节
seats-none-text = 各环节均无需预约，可直接入场。
seats-free = 共 { $limit } 个名额，剩余 { $few } 个以上。
seats-few = 共 { $limit } 个名额，剩余 { $free } 个。
seats-full = { $limit } 个名额已满，可加入候补名单。
seats-sign-up = 预约名额
seats-wait = 加入候补名单
seats-sign-up-for = 预约“{ $title }”
seats-wait-for = 加入“{ $title }”候补名单
seats-give-back = 释放“{ $title }”名额
seats-leave = 退出“{ $title }”候补名单
seats-yours = 已预约成功
seats-waiting = { $ahead ->
    [0] 您是候补第一位
   *[other] 您前面有 { $ahead } 人候补
}
seats-overlap = 您在同一时段还预约了：
seats-done-confirmed = 预约成功。
seats-done-waitlisted = 名额已满，您已进入候补名单。轮到您时，我们会发邮件通知。
seats-done-given-back = 您已释放名额或退出候补。
seats-whose = 环节名额与报名信息绑定，请先让我们找到您的报名。
seats-whose-registered = 已经报名
seats-whose-again = 请打开我们邮件里的链接；如有需要，可以重新发送。
seats-whose-send = 重新发送链接
seats-whose-new = 还没有报名
seats-limited = 限额

seats-places = 名额上限
seats-places-hint = 留空即不限人数。修改立即生效，不必等到下次发布。
seats-taken = 名额 { $limit } 个，已占用 { $taken } 个
seats-who = 预约名单
seats-caption = 先列预约成功者，再列候补者，按先后顺序
seats-name = 姓名
seats-organisation = 单位
seats-state = 状态
seats-when = 预约时间
seats-export = 下载 CSV
seats-nobody = 还没有人预约
seats-nobody-text = 环节发布后，参会者可在自己的报名页面预约。
seats-take-back = 取消{ $name }的预约
seats-end = 取消全部预约
seats-end-text = 所有预约成功和候补的人都会收到邮件，得知预约已取消。之后即可移除名额上限或该环节。
seats-end-act = 取消全部预约并通知所有人
done-sign-ups-ended = 已取消，相关人员会收到邮件。

clash-kind-signed-up = 预约人数超出会场容量

error-session_signed_up = 该环节已有人预约或候补。请先取消全部预约，系统会通知所有人。
error-sign_up_unconfirmed = 报名确认后即可预约。
error-session_begun = 该环节已经开始。
error-sign_up_over = 该预约已经取消。

audit-session-limit = 修改环节名额
audit-registration-sign-up = 预约环节
audit-registration-get-place = 获得环节名额
audit-registration-give-back = 释放环节名额

mail-template-session-place = 获得环节名额
mail-template-sessions-moved = 预约的环节有变动
mail-template-session-place-ended = 环节预约取消

doing-place = { $count } 个环节未定时间或会场
doing-place-act = 安排时间和会场
types-speaker = 已确认的演讲嘉宾会按短名称为“speaker”的报名类别自动报名；该类别不会出现在公开表单上。
