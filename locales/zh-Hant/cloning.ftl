# 以往屆論壇為藍本，籌備新一屆。

clone-module-texts = 標語、簡介和地點
clone-module-tracks = 專題
clone-module-rooms = 場地
clone-module-partners = 主辦及合作機構
clone-module-consent-texts = 同意條款
clone-module-questions = 登記表格的問題
clone-module-pools = 名額組別
clone-module-types = 登記類別
clone-module-calls = 徵集（連同問題及評審輪次）
clone-module-mail-wordings = 以自己文字撰寫的電郵

error-module_unknown = 請從清單選擇要沿用的內容。
error-module_needs = { $module ->
    [calls] 徵集須使用專題，請一併沿用。
   *[other] 登記類別須使用名額組別，請一併沿用。
}
error-date_unknown = 往屆論壇沒有這個日期。

audit-edition-clone = 以往屆論壇為藍本，建立了本屆論壇
