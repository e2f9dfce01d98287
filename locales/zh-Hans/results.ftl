# 所有征集的结果（表格）。

results-export = 下载结果
result-call = 征集
result-application = 申请
result-company = 公司
result-track = 专题
result-mean = 平均
result-normalised = 标准化
result-scores = 打分数
result-rank = 名次
result-interval = 名次区间
result-decision = 决定
result-told = 已告知
result-slot = 时段
result-room = 会场
result-awards = 奖项
result-id = 编号
result-rules = 资格
result-answer = 答复
