# 以往届论坛为模板，筹备新一届。

clone-module-texts = 标语、简介和地点
clone-module-tracks = 专题
clone-module-rooms = 场地
clone-module-partners = 主办与合作单位
clone-module-consent-texts = 同意条款
clone-module-questions = 报名表的问题
clone-module-pools = 名额池
clone-module-types = 报名类别
clone-module-calls = 征集（含问题和评审轮次）
clone-module-mail-wordings = 用自己文字写的邮件

error-module_unknown = 请从列表中选择要沿用的内容。
error-module_needs = { $module ->
    [calls] 征集需要使用专题，请一并沿用。
   *[other] 报名类别需要使用名额池，请一并沿用。
}
error-date_unknown = 往届论坛没有该日期。

audit-edition-clone = 以往届论坛为模板，创建了本届论坛
