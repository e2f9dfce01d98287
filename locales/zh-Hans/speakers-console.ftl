# 主办方管理演讲嘉宾的页面。

console-speakers = 演讲嘉宾
speakers-search = 姓名、单位、邮箱
speakers-none = 没有找到演讲嘉宾
speakers-none-text = 添加嘉宾或有人开始申请后，会显示在这里。
speakers-order = 议程按此顺序列出嘉宾。
speakers-mail = 邮件发送至
speakers-nowhere = 没有邮箱地址
speakers-send = 发送链接
speakers-biography = 简介
speakers-act = 保存
done-link-sent = 链接正在发送。
speakers-times = 可出席时间
speakers-times-text = 如环节安排在其他时间，会列为冲突。不清楚的话，请留空。
