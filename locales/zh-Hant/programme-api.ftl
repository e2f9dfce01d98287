# 只在徵集、申請與評審的 API 出現的說明。

error-standby_order_unwanted = 只有列為後備時才可填寫排位。
