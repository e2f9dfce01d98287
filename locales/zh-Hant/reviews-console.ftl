# 評審：評審的頁面、徵集的評審名單、分數統計。

console-reviews = 評審工作
calls-reviewers = 評審名單

panel-text = 由誰評審這項徵集的申請。填寫任職機構是為了找出利益衝突；同一機構、同一電郵網域，以及本人的申請，系統會自動迴避。
panel-none = 尚未有評審
panel-none-text = 請先邀請評審加入團隊。對方接受後即可在此選擇。
panel-invite = 邀請評審
panel-organisation = { $name }的任職機構
panel-share-out = 分配申請
panel-share-out-text = 各評審的數目大致相同，並避開利益衝突。已評審的維持不變，其餘重新分配。
panel-no-round = 目前沒有進行中的評審輪次。
panel-round = 輪次
panel-each = 每項申請的評審人數
panel-share-out-act = 分配

reviews-caption = 請您評審的申請
reviews-none = 沒有需要評審的申請
reviews-none-text = 一經分配，便會在此出現。
reviews-round = 輪次
reviews-how-far = 已完成
reviews-until = 截止
reviews-progress = { $done }項，共{ $assigned }項
reviews-not-open = 不在評審期內
reviews-not-open-text = 這一輪目前不接受評審。您所寫的已經保留。
reviews-search = 搜尋題目和摘要
reviews-nothing = 沒有申請
reviews-nothing-text = 沒有分配給您而又符合條件的申請。
reviews-done = 已評審
reviews-eligible = 是否符合徵集的規則？
reviews-comment = 給籌辦人員的意見
reviews-abstain = 這項申請我不作評審
reviews-conflict = 我有利益衝突，須要迴避

submissions-numbers = 「{ $round }」的分數，由0至100。
submissions-by-score = 由高至低
score-normalised = 標準化
score-mean = 平均
score-median = 中位
score-spread = 分歧
score-coverage = 完成率
score-none = 尚未有評分。

done-shared-out = 申請已分配。
done-reviewed = 您的評審意見已儲存。
done-conflict = 已記錄。您不會再看到這項申請；其他所寫的已儲存。
reviews-kept = 已暫存於本機，填妥後會自動儲存。
reviews-saved = 已儲存。
reviews-waiting = 連線中斷。已暫存於本機，恢復後會自動送出。
reviews-refused = 未能儲存。請按「儲存」查看欠缺的內容。
reviews-deck = 簡報
reviews-deck-back = 上一頁
reviews-deck-on = 下一頁
reviews-deck-failed = 未能在此顯示簡報。
panel-short = 評審人數不足
panel-short-count = 現有 { $has } 位評審，應有 { $wanted } 位。
panel-short-conflicts = 評審團中只有 { $free } 位沒有利益衝突，請邀請更多評審。
panel-short-again = 此申請在分配後才提交，或分配後失去評審，請重新分配。
