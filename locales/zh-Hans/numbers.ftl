# 打分的结果，以及每个数字的含义；公式见 docs/NUMBERS.md。

calls-ranking = 排名

ranking-none = 还没有打分
ranking-none-text = 评审在有评分标准的轮次打分之后，结果会按顺序显示在这里。
ranking-caption = 按标准化得分排列的申请
rank-rank = 名次
rank-interval = 名次区间
rank-interval-means = 如果同一批评审带着同样的偶然性再评一次，十次里有九次名次会在这个区间内。
rank-close = 与下一名难分高下
rank-close-means = 分不出与下一名谁更好：这样再评二十次，领先的不到十九次。
score-normalised-means = 抹平各评审的松紧和打分幅度之后的平均分；评审打的分越少，调整越小。
score-mean-means = 全部得分之和除以个数。
score-median-means = 位于中间的得分：一半评审打得更高，一半更低。
score-spread-means = 评审之间的差异有多大，即得分的标准差。
score-coverage-means = 应完成的评审里，已经收到多少。

judges-heading = 评审
judges-caption = 每位评审怎样打分
judges-name = 评审
judges-reviews = 已打分数
judges-leniency = 宽松度
judges-leniency-means = 对相同的申请，其打分平均比其他评审高多少；负数表示偏严。
judges-spread = 打分幅度
judges-spread-means = 用到了多大的分数范围，即其打分的标准差。
judges-agreement = 一致性
judges-agreement-means = 其高低顺序与其他评审有多接近：−1 为完全相反，0 为没有关联，1 为完全一致。
judges-alpha = 评审团的一致性
judges-alpha-means = Krippendorff α 系数：1 表示评审完全一致，0 表示与碰巧一致没有差别。
rank-rank-means = 标准化分数高于它的申请数加一。
judges-reviews-means = 她已评分并计入的申请数。
allocation-merit-means = 分数是获得时段者的标准化分数之和，减去突破弹性上下限的扣分；方案取总分最高者。
allocation-points = 总分
