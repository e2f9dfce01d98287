# 誰得到哪個時段：管理後台的頁面、理由、規則、操作記錄及錯誤。

calls-allocation = 時段分配

allocation-text = { $applicants }項申請，{ $slots }個時段。建議本身不作任何決定，接受後才會。
allocation-open = 最後一輪評審仍未結束，分數可能有變；結束後才可接受建議。
allocation-rules = 規則
allocation-rules-text = 留空即不設下限或上限。「試算」只顯示誰會有變動，不會留存。
allocation-min = 最少
allocation-max = 最多
allocation-price = 地區每多或少一個的代價
allocation-price-hint = 以分數計算。留空即必須遵守地區的上下限。
allocation-propose = 提出建議
allocation-what-if = 試算

allocation-slots = 時段
allocation-slots-none = 仍未有時段。請加入這項徵集可以分配的時段。
allocation-slots-caption = 可以分配的時段
allocation-when = 時間
allocation-room = 場地
allocation-offer = 電力及面積
allocation-remove = 移除
allocation-any-track = 不限
allocation-any-need = 按需要
allocation-watts = { $watts }瓦
allocation-metres = { $metres }平方米
allocation-add = 加入時段
allocation-first = 第一節開始
allocation-minutes = 每節分鐘
allocation-pause = 兩節之間相隔分鐘
allocation-count = 連續多少節
allocation-track-hint = 只在其他專題不可使用時選擇。
allocation-power = 電力（瓦）
allocation-floor = 面積（平方米）
allocation-limit-hint = 留空即不設限制。

allocation-settled = 事先決定
allocation-settled-text = 已經決定的，建議會照樣保留。已獲通知有時段的，必定有時段。
allocation-settled-count = 已決定{ $count }項
allocation-in = 有時段
allocation-out = 沒有時段

allocation-tried = 結果會如何
allocation-out-of-time = 未能及時找到方案。請先自行決定一部分，然後再試。
allocation-impossible = 以下規則不能同時成立：
allocation-minimal = 放棄其中任何一項，其餘便可成立。
allocation-merits = 合計{ $after }分；上次建議為{ $before }分。
allocation-merit = 合計{ $points }分。
allocation-proven = 已證明沒有更好的方案。
allocation-good = 未能證明沒有更好的方案。
allocation-nobody-moves = 沒有任何變動。
allocation-moves = 誰會有變動
allocation-from = 由
allocation-to = 改為
allocation-no-slot = 沒有時段
allocation-slot-gone = 已移除的時段

allocation-proposal = 第{ $number }次建議
allocation-seats = 誰得到哪個時段
allocation-slot = 時段
allocation-why = 理由
allocation-empty = 尚餘時段：
allocation-waiting = 後備：{ $track }
allocation-no-track = 沒有專題
allocation-accept = 接受這項建議
allocation-accept-text = 有時段的會獲接受，並編入議程草稿；其餘按此次序列為後備。現在不會通知任何人，對方確認之前亦不會公布。
allocation-accepted = 已於{ $when }接受。

why-settled = 事先已決定。
why-chosen = 若沒有它，最佳方案會少{ $points }分。
why-instead = 取而代之的是：
why-takes = 會取代：
why-needed = 沒有它便沒有可行的方案。
why-no-place = 沒有合適的時段：
why-barred = 受制於：
why-outdone = 其他申請分數較高。
why-short = 包括它的最佳方案會少{ $points }分。
why-never = 沒有任何方案可以包括它。
why-looser = 放寬{ $by }個便會有時段。
why-gone = 若沒有這項限制便會有時段。
misfit-track = { $count }個屬其他專題。
misfit-time = { $count }個有人未能出席。
misfit-power = { $count }個電力不足。
misfit-space = { $count }個面積不足。
misfit-equipment = { $count }個缺少設備。
misfit-language = { $count }個語言不合。
rule-settled = 事先決定的
rule-track-min = 「{ $track }」的下限。
rule-track-max = 「{ $track }」的上限。
rule-region-min = { $region }的下限。
rule-region-max = { $region }的上限。
rule-company = 每間公司只可有一個時段。
rule-presenter = { $name }不能同時身處兩地。

done-proposed = 建議已提出，尚未作任何決定。
done-allocated = 已接受建議：決定已經作出，時段已編入草稿；尚未通知任何人。

audit-allocation-add-places = 加入可分配的時段
audit-allocation-remove-place = 移除可分配的時段
audit-allocation-pin = 事先決定誰有時段
audit-allocation-propose = 提出時段分配建議
audit-allocation-accept = 接受時段分配建議

error-most_below_least = 上限低於下限。
error-place_overlaps = 該場地在這段時間已有另一個時段。
error-allocation_no_slots = 仍未有可以分配的時段，請先加入。
error-allocation_superseded = 已有較新的建議，請先查看。
error-allocation_accepted = 這項建議早已接受。
error-allocation_stale = 提出建議之後，分數、申請、時段或事先的決定有變。請重新提出建議。
error-allocation_round_open = 分數仍可能有變，請先結束該輪評審。
