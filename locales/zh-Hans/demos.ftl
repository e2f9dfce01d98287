# 展示：错误提示和日志用语。

audit-submission-save-demo = 保存展示内容
audit-submission-add-demo-file = 上传展示文件
audit-submission-remove-demo-file = 移除展示文件
audit-submission-hand-over = 将展示申请交给同事
error-track_applied = 贵公司已申请该专题。请选择其他专题，或撤回另一份申请。

error-call_for_companies = 展示须由公司申请。请先登录、添加公司，然后在公司主页申请。

call-companies-text = 本次征集面向公司。请创建账号、添加公司，再到公司主页申请；提交前草稿会一直保留。
call-companies-act = 以公司名义申请

applications-title = 申请
applications-open = 正在接受申请
application-start = 开始申请
application-standing = 当前进度
application-received = 我们已于{ $when }收到申请。
application-next-submit = 这是草稿，只有贵公司成员可见。请完成后提交。
application-back = 返回申请
application-edit = 填写申请
application-title = 产品名称
application-files = 路演材料和视频
application-files-act = 上传文件
application-save-preview = 保存并预览
application-preview = 评委所见
application-preview-text = 如果您提供了多种语言，评委会看到自己所用语言的版本，否则看到您撰写时的版本。
application-preview-blind = 本次征集设有匿名评审：该轮评委看不到公司名称和文件，请不要在正文中提及名称。
application-saved = 已保存。
application-unsaved = 尚未保存：表单中有内容需要更正，请点“保存”查看。
application-unreached = 尚未保存：网络连接失败，恢复后会重试。

application-done-started = 草稿已创建，会随您输入自动保存。
application-done-saved = 已保存。
application-done-submitted = 我们已收到贵公司的申请，确认邮件即将发出。
application-done-withdrawn = 申请已撤回。
application-done-confirmed = 谢谢，您已确认展示位。
application-done-turned-down = 您已放弃展示位。
application-done-file = 文件已上传。
application-done-file-removed = 文件已移除。

demo-title = 展示
demo-company = 公司
demo-product = 产品
demo-product-hint = 产品是什么、有什么用途。展示位确认并公布后，此项将公开。每种语言最多3000字符。
demo-shown = 展示内容
demo-shown-hint = 观众会看到什么、可以试用什么。展示位确认并公布后，此项将公开。每种语言最多5000字符。
demo-novelty = 创新点
demo-novelty-hint = 与现有产品相比。每种语言最多3000字符。
demo-traction = 应用情况
demo-traction-hint = 客户、试点、销售、临床试验等。每种语言最多3000字符。
demo-team = 团队
demo-team-hint = 研发人员，以及将到场的人员。每种语言最多3000字符。
demo-spoken-hint = 请选择可用于展示的所有语言。
demo-times = 可展示的时间
demo-times-hint = 任何时间都可以的，无需选择。
demo-times-any = 任何时间都可以
demo-morning = { $date }上午
demo-afternoon = { $date }下午
demo-equipment = 设备
demo-equipment-hint = 贵公司自带的设备，以及现场需要的设备。
demo-watts = 用电
demo-watts-hint = 最大用电功率，单位为瓦；不需要用电填0。
demo-watts-many = { $watts }瓦
demo-square-metres = 场地面积（平方米）
demo-square-metres-many = { $metres }平方米
demo-video-url = 视频链接
demo-video-url-hint = 只显示为链接，不会在本站自动播放。
demo-video-far = 内地读者无法打开此链接。请改为上传视频文件，或一并上传。
demo-file-deck = 路演材料
demo-file-deck-hint = PDF，最大20 MB。新文件会替换旧文件。
demo-file-video = 视频
demo-file-video-hint = MP4，最大100 MB。新文件会替换旧文件。
