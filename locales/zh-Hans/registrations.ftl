# 报名：名额、类别、候补；拒绝的原因、记录上的字句。

## 名额与类别
error-capacity_below_taken = 已有 { $taken } 个名额被占用，不能少于这个数。
error-pool_in_use = 有报名类别正在使用这批名额，不能删除。
error-pool_unknown = 请选择本届的名额。
error-closes_before_opening = 截止时间必须在开始时间之后。
error-type_in_use = 已有人按此类别报名，不能再改动它所用的名额。
error-type_changed = 主办方刚刚改动了这个报名类别，请再试一次。
error-type_unknown = 请选择一个报名类别。

## 报名
error-consent_required = 须同意此项才能报名。
error-too_many_for_address = 一个邮箱最多可为 { $max } 人报名，其他人请使用另一个邮箱。
error-registered_meanwhile = 刚刚有人为您报了名，请查看邮件。
error-registration_not_open = 报名尚未开始。
error-registration_closed = 报名已经截止。

## 报名之后
error-edition_over = 论坛已经结束，不能再修改。
error-registration_cancelled = 该报名已取消。
error-registration_not_pending = 该报名不在待审核状态。
error-offer_accepted = 您已接受这个名额。如需放弃，请取消报名。
error-offer_turned_down = 您已谢绝这个名额。欢迎再次报名。
error-offer_lapsed = 这个名额的保留时间已过，已让给下一位。欢迎再次报名。
error-link_expired = 链接已失效，请重新申请。
error-registered_at_address = 该邮箱已有同名的报名。

## 记录
audit-capacity-pool-create = 新增名额
audit-capacity-pool-change = 修改名额数量
audit-capacity-pool-remove = 删除名额
audit-capacity-pool-reorder = 调整名额顺序
audit-registration-type-create = 新增报名类别
audit-registration-type-change = 修改报名类别
audit-registration-type-archive = 从表单撤下报名类别
audit-registration-type-reorder = 调整报名类别顺序
audit-registration-admit = 报名
audit-registration-approve = 审核通过
audit-registration-decline = 审核未通过
audit-registration-cancel = 取消
audit-registration-offer = 提供名额
audit-registration-accept-offer = 接受名额
audit-registration-turn-down-offer = 谢绝名额
audit-registration-expire-offer = 名额保留到期
audit-registration-resend-ticket = 重发门票
audit-registration-ask-for-address = 申请更换邮箱
audit-registration-change-address = 验证新邮箱
audit-registration-change = 报名人修改信息
audit-registration-correct = 更正信息
audit-registration-consent = 给予同意
audit-registration-withdraw-consent = 撤回同意
audit-registration-erase = 清除信息
audit-question-purge-answers = 删除保存期已满的答案
error-person_registered = 此人已使用该邮箱报名。
