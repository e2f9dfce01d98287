# 仅在征集、申请与评审的 API 中出现的说明。

error-standby_order_unwanted = 仅列为备选时才可填写排位。
