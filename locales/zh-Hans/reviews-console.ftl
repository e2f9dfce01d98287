# 评审：评审的页面、征集的评审名单、分数统计。

console-reviews = 评审工作
calls-reviewers = 评审名单

panel-text = 由谁评审这项征集的申请。填写任职单位是为了找出利益冲突；同一单位、同一邮箱域名，以及本人的申请，系统会自动回避。
panel-none = 还没有评审
panel-none-text = 请先邀请评审加入团队。对方接受后即可在这里选择。
panel-invite = 邀请评审
panel-organisation = { $name }的任职单位
panel-share-out = 分配申请
panel-share-out-text = 各位评审的数量大致相同，并避开利益冲突。已评审的保持不变，其余重新分配。
panel-no-round = 目前没有进行中的评审轮次。
panel-round = 轮次
panel-each = 每项申请的评审人数
panel-share-out-act = 分配

reviews-caption = 请您评审的申请
reviews-none = 没有需要评审的申请
reviews-none-text = 一经分配，就会出现在这里。
reviews-round = 轮次
reviews-how-far = 已完成
reviews-until = 截止
reviews-progress = { $done }项，共{ $assigned }项
reviews-not-open = 不在评审期内
reviews-not-open-text = 这一轮目前不接受评审。您所写的已经保留。
reviews-search = 搜索题目和摘要
reviews-nothing = 没有申请
reviews-nothing-text = 没有分配给您且符合条件的申请。
reviews-done = 已评审
reviews-eligible = 是否符合征集的规则？
reviews-comment = 给组织者的意见
reviews-abstain = 这项申请我不作评审
reviews-conflict = 我有利益冲突，需要回避

submissions-numbers = “{ $round }”的分数，从0到100。
submissions-by-score = 从高到低
score-normalised = 标准化
score-mean = 平均
score-median = 中位数
score-spread = 分歧
score-coverage = 完成率
score-none = 还没有打分。

done-shared-out = 申请已分配。
done-reviewed = 您的评审意见已保存。
done-conflict = 已记录。您不会再看到这项申请；其他所写的已保存。
reviews-kept = 已暂存在本机，填写完整后会自动保存。
reviews-saved = 已保存。
reviews-waiting = 连接已断开。已暂存在本机，恢复后会自动提交。
reviews-refused = 未能保存。请点击“保存”查看缺少的内容。
reviews-deck = 演示文稿
reviews-deck-back = 上一页
reviews-deck-on = 下一页
reviews-deck-failed = 无法在此显示演示文稿。
panel-short = 评审人数不足
panel-short-count = 现有 { $has } 位评审，应有 { $wanted } 位。
panel-short-conflicts = 评审团中只有 { $free } 位没有利益冲突，请邀请更多评审。
panel-short-again = 该申请在分配之后才提交，或分配后失去了评审，请重新分配。
