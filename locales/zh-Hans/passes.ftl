# 团队名额：错误提示、审计记录、公司和个人页面、管理后台。

error-passes_for_demos = 只有参加展示的公司才有团队名额。
error-pass_type_in_use = 本次征集已发放另一报名类别的名额，请先让这些名额结束。
error-passes_over = 贵公司不参加展示，没有可分配的名额。
error-no_pass_free = 所有名额都已分配。如需转给他人，请先收回其中一个。
error-pass_sent_already = 这个邮箱已有一条未过期的链接。
error-pass_changed = 该名额的状态已有变化，请重新查看后再收回。
error-pass_edition_begun = 论坛已经开始，已领取的名额不再收回。
error-pass_claimed = 该名额已有人领取。如果是您本人，请查看附有电子票的邮件；如果不是，请向贵公司另要一个名额。
error-pass_expired = 链接已过期，请联系贵公司重新发送。
error-pass_taken_back = 发送该名额的公司已将其收回。如果您仍打算参会，请向该公司索取新的链接。
error-pass_ended = 该名额已失效：该公司已放弃展示，或活动已经结束。报名期内您仍可自行报名。

audit-call-set-passes = 设置征集的团队名额
audit-submission-set-passes = 设置公司的名额数
audit-pass-give = 发放名额给公司
audit-pass-send = 发送名额
audit-pass-claim = 领取名额
audit-pass-take-back = 收回名额
audit-pass-free = 名额恢复可用
audit-pass-end = 结束名额

mail-template-passes-given = 可分配的团队名额
mail-template-pass-claim = 待领取的名额

passes-title = 团队名额
passes-text = 每个名额供团队的一位成员参会（包括您本人）。请发送链接，由对方自行填写报名信息。填写内容只属于对方本人，您只能看到姓名和是否已领取。
passes-none = 暂无名额。确认展示后，只要还有空位，名额很快会显示在这里，我们也会发邮件通知您。
passes-list = 您的名额
passes-number = 名额 { $number }
passes-free = 可分配
passes-sent = 已发送链接
passes-expired = 链接已过期
passes-claimed = 已领取
passes-until = { $when }前有效
passes-take-back = 收回
passes-take-back-claimed = 把这个名额转给他人
passes-take-back-text = 对方的报名将被取消，我们会发邮件告知。名额随即可以重新分配。
passes-take-back-act = 取消对方的报名
passes-hand-out = 分配名额
passes-left = 还有 { $count } 个名额可分配。
passes-name = 姓名
passes-name-hint = 对方完成报名或您收回名额后，我们不再保留。
passes-email = 邮箱
passes-email-hint = 链接将发送到这个邮箱，21天内有效，只能使用一次。
passes-lang = 邮件语言
passes-send = 发送链接
passes-done-sent = 链接已发出。
passes-done-taken-back = 名额可以重新分配了。

pass-title = 用团队名额报名
pass-text = { $company }为您保留了本次活动的名额，填写表单即可领取。
pass-until = 链接有效期至
pass-yours = 您填写的内容只属于您。该公司只能看到您的姓名和您已领取名额。
pass-claim = 领取名额

passes-rule-text = 每家已确认展示的公司可获得以下数量的名额。名额一经发放即占用空位，由领取者自行报名。公司如放弃展示，其名额随即失效；活动开始前，用这些名额所作的报名也会取消。
passes-type = 报名类别
passes-type-hint = 持名额者无需审核，该类别停止对外报名后仍可报名。
passes-places = 每家公司的名额
passes-places-hint = 0至50。数量减少时，只收回尚未分配的名额。
passes-save = 保存
passes-companies = 获得名额的公司
passes-companies-none = 还没有公司确认展示。
passes-given = 已发放
passes-given-of = { $given }／{ $places }
passes-short = 还差 { $count } 个，等待空位
passes-own = 单独设置
passes-own-of = 为{ $company }单独设置名额数
passes-own-act = 保存
passes-own-hint = 留空则按征集的数量。更改在一分钟内生效。

doing-passes = 参展公司有 { $count } 个团队名额还没有领取。
doing-passes-act = 查看征集
