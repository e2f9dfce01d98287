# 所有徵集的結果（表格）。

results-export = 下載結果
result-call = 徵集
result-application = 申請
result-company = 公司
result-track = 專題
result-mean = 平均
result-normalised = 標準化
result-scores = 評分數目
result-rank = 名次
result-interval = 名次範圍
result-decision = 決定
result-told = 已告知
result-slot = 時段
result-room = 場地
result-awards = 獎項
result-id = 編號
result-rules = 資格
result-answer = 答覆
