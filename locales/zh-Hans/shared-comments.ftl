# 评审分享给申请人的意见。

calls-shares-comments = 把评审标明可以分享的意见（不署名）发给未入选的申请人
reviews-shareable = 可以把这条意见给申请人看，但不透露我的姓名
comments-title = 评审的意见
