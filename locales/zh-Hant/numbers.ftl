# 評分的結果，以及每個數字的意思；算式見 docs/NUMBERS.md。

calls-ranking = 排名

ranking-none = 尚未有評分
ranking-none-text = 評審在設有評分準則的輪次打分後，結果會按次序列於此處。
ranking-caption = 按標準化分數排列的申請
rank-rank = 名次
rank-interval = 名次範圍
rank-interval-means = 假如同一批評審以同樣的偶然性再評一次，十次有九次名次會落在這個範圍。
rank-close = 與下一名不相上下
rank-close-means = 未能與下一名分出高下：這樣再評二十次，領先的不足十九次。
score-normalised-means = 把各評審的鬆緊及給分幅度拉平後的平均分；評審給的分數愈少，調整愈小。
score-mean-means = 所有分數相加再除以數目。
score-median-means = 居中的分數：一半評審給得更高，一半更低。
score-spread-means = 評審之間意見相差多少，即分數的標準差。
score-coverage-means = 應有的評審當中，已收到多少。

judges-heading = 評審
judges-caption = 每位評審如何評分
judges-name = 評審
judges-reviews = 已評數目
judges-leniency = 寬鬆程度
judges-leniency-means = 對同一批申請，其評分平均比其他評審高多少；負數即較嚴格。
judges-spread = 給分幅度
judges-spread-means = 用了量尺的多大範圍，即其評分的標準差。
judges-agreement = 一致程度
judges-agreement-means = 其高低次序與其他評審有多接近：−1 為完全相反，0 為毫無關連，1 為完全一致。
judges-alpha = 評審團的一致程度
judges-alpha-means = Krippendorff α 係數：1 表示評審完全一致，0 表示與偶然巧合無異。
rank-rank-means = 標準化分數比它高的申請數目加一。
judges-reviews-means = 她已評分並計算在內的申請數目。
allocation-merit-means = 分數是獲分配時段者的標準化分數總和，減去違反彈性上下限的扣分；方案取總分最高者。
allocation-points = 總分
