# 谁得到哪个时段：管理后台的页面、理由、规则、操作记录和错误。

calls-allocation = 时段分配

allocation-text = { $applicants }项申请，{ $slots }个时段。方案本身不作任何决定，采纳后才生效。
allocation-open = 最后一轮评审还没有结束，分数可能变化；结束之后才能采纳方案。
allocation-rules = 规则
allocation-rules-text = 留空表示不设下限或上限。“试算”只显示谁会变动，不会保存。
allocation-min = 至少
allocation-max = 至多
allocation-price = 地区每多一个或少一个的代价
allocation-price-hint = 以分数计。留空表示必须满足地区的上下限。
allocation-propose = 生成方案
allocation-what-if = 试算

allocation-slots = 时段
allocation-slots-none = 还没有时段。请添加这项征集可以分配的时段。
allocation-slots-caption = 可以分配的时段
allocation-when = 时间
allocation-room = 场地
allocation-offer = 电力和面积
allocation-remove = 移除
allocation-any-track = 不限
allocation-any-need = 按需
allocation-watts = { $watts } 瓦
allocation-metres = { $metres } 平方米
allocation-add = 添加时段
allocation-first = 第一场开始
allocation-minutes = 每场分钟数
allocation-pause = 两场间隔分钟数
allocation-count = 连续几场
allocation-track-hint = 仅当其他专题不能使用时选择。
allocation-power = 电力（瓦）
allocation-floor = 面积（平方米）
allocation-limit-hint = 留空表示不限。

allocation-settled = 事先确定
allocation-settled-text = 已经确定的，方案会保留。已通知有时段的，一定有时段。
allocation-settled-count = 已确定{ $count }项
allocation-in = 有时段
allocation-out = 没有时段

allocation-tried = 结果会怎样
allocation-out-of-time = 没能及时找到方案。请先手动确定一部分，再试一次。
allocation-impossible = 以下规则无法同时满足：
allocation-minimal = 放弃其中任意一项，其余即可满足。
allocation-merits = 合计 { $after } 分；上一方案为 { $before } 分。
allocation-merit = 合计 { $points } 分。
allocation-proven = 已证明没有更好的方案。
allocation-good = 未能证明没有更好的方案。
allocation-nobody-moves = 没有变动。
allocation-moves = 谁会变动
allocation-from = 原来
allocation-to = 改为
allocation-no-slot = 没有时段
allocation-slot-gone = 已移除的时段

allocation-proposal = 方案 { $number }
allocation-seats = 谁得到哪个时段
allocation-slot = 时段
allocation-why = 理由
allocation-empty = 还空着：
allocation-waiting = 备选：{ $track }
allocation-no-track = 没有专题
allocation-accept = 采纳这个方案
allocation-accept-text = 有时段的会被接受，并排入日程草稿；其余按此顺序列为备选。现在不会通知任何人，对方确认之前也不会公布。
allocation-accepted = 已于{ $when }采纳。

why-settled = 事先已确定。
why-chosen = 没有它，最佳方案会少 { $points } 分。
why-instead = 取而代之的是：
why-takes = 会取代：
why-needed = 没有它就没有可行的方案。
why-no-place = 没有合适的时段：
why-barred = 受限于：
why-outdone = 其他申请的分数更高。
why-short = 包含它的最佳方案会少 { $points } 分。
why-never = 没有任何方案能包含它。
why-looser = 放宽 { $by } 个就会有时段。
why-gone = 没有这项限制就会有时段。
misfit-track = { $count } 个属于其他专题。
misfit-time = { $count } 个有人不能到场。
misfit-power = { $count } 个电力不足。
misfit-space = { $count } 个面积不足。
misfit-equipment = { $count } 个缺少设备。
misfit-language = { $count } 个语言不合。
rule-settled = 事先确定的
rule-track-min = “{ $track }”的下限。
rule-track-max = “{ $track }”的上限。
rule-region-min = { $region }的下限。
rule-region-max = { $region }的上限。
rule-company = 每家公司只能有一个时段。
rule-presenter = { $name }不能同时在两个地方。

done-proposed = 方案已生成，还没有作任何决定。
done-allocated = 已采纳方案：决定已作出，时段已排入草稿；还没有通知任何人。

audit-allocation-add-places = 添加可分配的时段
audit-allocation-remove-place = 移除可分配的时段
audit-allocation-pin = 事先确定谁有时段
audit-allocation-propose = 生成时段分配方案
audit-allocation-accept = 采纳时段分配方案

error-most_below_least = 上限低于下限。
error-place_overlaps = 该场地在这段时间已有另一个时段。
error-allocation_no_slots = 还没有可以分配的时段，请先添加。
error-allocation_superseded = 已有更新的方案，请先查看。
error-allocation_accepted = 这个方案已经采纳过。
error-allocation_stale = 生成方案之后，分数、申请、时段或事先确定的内容有变化。请重新生成方案。
error-allocation_round_open = 分数还可能变化，请先结束该轮评审。
