# 評審與申請人分享的意見。

calls-shares-comments = 把評審標明可分享的意見（不具名）給予未獲選的申請人
reviews-shareable = 可把這項意見給申請人看，但不透露我的姓名
comments-title = 評審的意見
