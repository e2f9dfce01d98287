# 演讲嘉宾专页：各项申请的进度、简介及可出席时间。

speaker-title = 您的演讲嘉宾专页
speaker-unnamed = 我们还没有您的姓名。
speaker-unnamed-act = 填写简介
speaker-submissions = 您的申请
speaker-none = 目前没有需要您答复的事项，只需填好简介和可出席时间。
speaker-untitled = 尚无题目
speaker-closes = 截止时间：{ $when }
speaker-confirm-by = 请在{ $when }前答复
speaker-draft-late = 征集已截止，这份草稿不能再提交。如仍希望提交，请联系组织者。
speaker-part-accepted = 您已同意参与。后续由提交者跟进，我们会与其联系。
speaker-part-invited = 有人邀请您参与。提交者会看到您的答复。
speaker-part-declined = 您选择不参与。
speaker-join = 参与
speaker-stay-away = 不参与
speaker-confirm = 确认出席
speaker-turn-down = 放弃时段
speaker-cannot = 无法出席
speaker-cannot-text = 时段会转给其他人，不会自动保留。如无法出席，请尽早告知。
speaker-withdraw = 撤回
speaker-withdraw-text = 撤回后无法恢复。征集截止前，您可以另行提交申请。
speaker-withdraw-act = 撤回该申请
speaker-profile = 您的简介
speaker-profile-text = 您的姓名、任职单位和简介，将按此刊登在议程中。
speaker-profile-act = 查看和修改简介
speaker-profile-save = 保存简介
speaker-biography = 简介
speaker-biography-hint = 用一种语言写几句即可，也可以写全三种。每种最多3,000字符。
speaker-times = 可出席时间
speaker-times-text = 请填写您可以上台的时间。任何时间都可以的话，请留空。
speaker-times-act = 查看和修改时间
speaker-times-zone = 所有时间以{ $zone }为准。
speaker-times-row = 时间{ $number }
speaker-times-from = 从
speaker-times-to = 到
speaker-times-more = 保存后会显示更多行。
speaker-times-save = 保存时间
speaker-link-keep = 您可随时通过我们邮件中的链接返回本页。持有链接的人可以您的名义操作，请只转交给代您办理的人。
speaker-done-profile = 简介已保存。
speaker-done-times = 时间已保存。
speaker-done-confirmed = 已确认出席。谢谢，期待与您见面。
speaker-done-turned-down = 您已放弃时段。谢谢告知。
speaker-done-withdrawn = 申请已撤回。
speaker-done-joined = 您已同意参与。
speaker-done-stayed-away = 您已选择不参与。

# 下一步。
next-submit = 这是草稿，只有您能看到。请填好后提交。
next-await-decision = 我们已收到申请。组织者会在征集截止后作出决定，并发邮件通知您。
next-confirm = 我们为您预留了时段，请告知您是否出席。
next-prepare = 您的时段已确认。组织者会就议程与您联系。
next-stand-by = 目前时段已满。如有人退出，您可能补上，我们会立即通知您。
next-declined = 该申请未能安排时段。感谢您的提交。
next-turned-down = 您已放弃该时段。如属误操作，请联系组织者。
next-lapsed = 答复期限已过。请联系组织者，询问时段是否仍可保留。
next-withdrawn = 您已撤回该申请，无需再办理。

# 同上，作标签用。
standing-submit = 草稿
standing-await-decision = 已提交
standing-confirm = 待您答复
standing-prepare = 已确认
standing-stand-by = 备选
standing-declined = 未入选
standing-turned-down = 已放弃
standing-lapsed = 已过期限
standing-withdrawn = 已撤回
