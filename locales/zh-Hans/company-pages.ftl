# 公司主页，以及创建账号。

sign-in-unknown = 还没有账号？立即创建。
sign-up-title = 创建账号
sign-up-text = 有了账号，就可以为贵公司申请展示位。不用记密码：每次登录，我们都会发送验证码。
sign-up-name = 姓名
sign-up-act = 发送验证码
sign-up-known = 已有账号？请登录。

company-bar = 您的账号
companies-title = 您的公司
companies-none = 您还没有代表任何公司
companies-none-text = 请在这里添加公司，或请已添加公司的同事邀请您。

company-new = 添加公司
company-new-act = 添加该公司
company-edit = 修改公司信息
company-save = 保存
company-back = 返回公司主页
company-back-to-list = 返回公司列表

company-profile = 公司信息
company-name = 名称
company-name-hint = 请填写营业执照上的名称；有多种语言名称的可分别填写，只填一种也可以。
company-one-liner = 一句话简介
company-one-liner-hint = 向没听说过贵公司的人介绍业务。
company-city = 城市
company-whereabouts = { $city }（{ $region }）
company-region = 公司所在地
company-region-mainland = 内地
company-region-hong-kong = 香港
company-region-elsewhere = 其他地区
company-stage = 发展阶段
company-stage-idea = 创意
company-stage-prototype = 原型
company-stage-pilot = 首批客户试用
company-stage-revenue = 已有稳定收入
company-stage-growth = 扩张中
company-size = 人数
company-size-1-10 = 1至10人
company-size-11-50 = 11至50人
company-size-51-200 = 51至200人
company-size-201-1000 = 201至1000人
company-size-1001- = 1000人以上
company-website = 网站

company-logo = 标志
company-logo-alt = 公司标志
company-logo-file = 标志图片
company-logo-hint = JPEG、PNG 或 WebP，最大20 MB。系统会重新绘制，最宽800像素。
company-logo-save = 上传标志
company-logo-remove = 移除

company-people = 代表公司的成员
company-people-text = 各成员权限相同：都可以撰写和提交申请，并代表公司回复。
company-me = （您）
company-asked = 尚未回复
company-withdraw = 撤回
company-invite-email = 同事的邮箱
company-invite-hint = 我们会发出邀请，对方一键即可接受或婉拒。
company-invite-act = 发送邀请
company-leave = 退出这家公司
company-leave-text = 退出后，您将无法再查看公司的申请。同事可以再次邀请您。
company-leave-act = 退出

company-offer-title = 您愿意代表{ $company }吗？
company-offer-text = 公司的每位成员都可以撰写和提交申请，并代表公司回复。
company-offer-accept = 接受
company-offer-decline = 婉拒
company-declined = 您已婉拒
company-declined-text = 您无需再做任何事。如果是误操作，请让同事重新邀请。

company-done-founded = 公司已添加。您可以邀请同事，或申请正在征集的展示。
company-done-changed = 已保存。
company-done-logo = 标志已上传。
company-done-logo-removed = 标志已移除。
company-done-invited = 邀请已发送。
company-done-withdrawn = 邀请已撤回。
company-done-joined = 欢迎加入，您现在可以代表这家公司。
