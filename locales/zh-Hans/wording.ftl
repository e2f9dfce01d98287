# 主席自己写的结果通知。

tell-words = 修改全部通知的文字
tell-edit = 仅修改这一封
wording-title = 通知文字
wording-one = 仅用于这项申请：
wording-all = 用于以这种语言收到同一结果的所有人，单独改过的通知不受影响。
wording-subject = 主题
wording-lead = 称呼与落款之间的正文
wording-lead-hint = 空一行即为新段落。称呼和联系方式会自动添加；请在放按钮的地方写上 { "{button}" }。
wording-blanks = 写下这些带大括号的名称，每位收件人会看到自己的内容：
wording-blank-title = 申请的标题
wording-blank-call = 征集的名称
wording-blank-confirm_by = 确认截止时间
wording-act = 保存并预览
wording-reset-text = 恢复后，将使用修改之前的文字。
wording-reset = 恢复原来的文字
done-worded = 已保存。发送前请再看一遍各封通知。
error-letters_changed = 有通知的内容已经变了。请重新看过后再发送。
error-blank_unknown = { $name } 没有可填入的内容。请只使用下面的名称。
audit-submission-set-wording = 修改了结果通知的文字
audit-submission-reset-wording = 恢复了结果通知的文字
