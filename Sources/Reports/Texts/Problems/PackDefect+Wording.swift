import JSON
import RulePacks

extension PackDefect.Code {
  /// One wording a code; the arguments are those that the code documents.
  var wording: Wording {
    switch self {
    // Files
    case .fileNotFound:
      Wording(vi: "Không tìm thấy tệp {1:quoted}.", en: "There is no file {1:quoted}.")
    case .fileUnreadable:
      Wording(vi: "Không đọc được tệp {1:quoted}: {2}.", en: "File {1:quoted} cannot be read: {2}.")
    case .fileTooLarge:
      Wording(
        vi: "Tệp {1:quoted} quá lớn: nhiều nhất {2} byte.",
        en: "File {1:quoted} is too large: at most {2} bytes.")
    case .invalidPath:
      Wording(
        vi: "Đường dẫn {1:quoted} không hợp lệ: phải là đường dẫn tương đối, phân cách bằng dấu \"/\".",
        en: "The path {1:quoted} is not valid: write a relative path with \"/\" between its parts.")
    case .outsideRulesFolder:
      Wording(
        vi: "Đường dẫn {1:quoted} ra ngoài thư mục quy tắc.",
        en: "The path {1:quoted} leads out of the rules folder.")
    case .includeCycle:
      Wording(vi: "Các tệp kèm nhau thành vòng: {1}.", en: "The files include one another in a cycle: {1}.")
    case .includesTooDeep:
      Wording(
        vi: "Tệp kèm tệp quá sâu: nhiều nhất {1} tầng.",
        en: "Files include one another too deep: at most {1} levels.")
    case .extendsCycle:
      Wording(
        vi: "Các bộ quy tắc kế thừa nhau thành vòng: {1}.",
        en: "The packs extend one another in a cycle: {1}.")
    case .manifestIncluded:
      Wording(
        vi: "{1:quoted} là tệp pack.json nên không kèm vào được; hãy dùng \"extends\".",
        en: "{1:quoted} is a manifest and cannot be included; use \"extends\".")
    case .json: Wording(vi: "Tệp không phải JSON hợp lệ.", en: "The file is not JSON.")

    // Shape
    case .wrongType:
      Wording(
        vi: "{1:quoted} cần {3:expected}, nhưng ở đây là {2:kind}.",
        en: "{1:quoted} needs {3:expected}; here stands {2:kind}.")
    case .unknownMember:
      Wording(vi: "{2:form} không có phần {1:quoted}.", en: "There is no member {1:quoted} in {2:form}.")
    case .missingMember:
      Wording(vi: "{2:form} thiếu phần {1:quoted}.", en: "The member {1:quoted} is missing in {2:form}.")
    case .missingChoice:
      Wording(vi: "Phải có đúng một trong các phần: {1}.", en: "Exactly one of these members is needed: {1}.")
    case .conflictingMembers:
      Wording(vi: "Không dùng cùng lúc các phần: {1}.", en: "These members exclude one another: {1}.")
    case .notOneOf:
      Wording(vi: "{1:quoted} phải là một trong: {2}.", en: "{1:quoted} must be one of: {2}.")
    case .blankText: Wording(vi: "{1:quoted} không được để trống.", en: "{1:quoted} must not be blank.")
    case .tooFewElements:
      Wording(vi: "{1:quoted} cần ít nhất {2} phần tử.", en: "{1:quoted} needs at least {2} elements.")
    case .invalidName:
      Wording(
        vi:
          "{1:quoted} ({2}) không làm tên được: chỉ dùng chữ cái không dấu, chữ số, gạch dưới; mã còn có - và .",
        en: "{1:quoted} ({2}) cannot be a name: use letters, digits, underscores; in ids also - and .")
    case .invalidDate:
      Wording(
        vi: "{1:quoted} không phải là một ngày có thật. Hãy viết năm-tháng-ngày, ví dụ \"2021-12-31\".",
        en: "{1:quoted} is no day of the calendar. Write year-month-day, such as \"2021-12-31\".")
    case .invalidPeriod:
      Wording(
        vi: "{1:quoted} không phải là kỳ. Hãy viết \"2021-06\", \"2021-Q3\", \"2021-H1\" hoặc \"2021\".",
        en: "{1:quoted} is no period. Write \"2021-06\", \"2021-Q3\", \"2021-H1\" or \"2021\".")
    case .invalidOffset:
      Wording(
        vi: "{1:quoted} không phải là múi giờ. Hãy viết ví dụ \"+07:00\".",
        en: "{1:quoted} is no offset from UTC. Write it as in \"+07:00\".")
    case .invalidNumber:
      Wording(vi: "Không dùng được số {1}: {2:numberReason}.", en: "{1} is not valid: {2:numberReason}.")
    case .repeatedElement:
      Wording(vi: "{1:quoted} lặp lại trong danh sách.", en: "{1:quoted} stands twice in the list.")
    case .emptySpan:
      Wording(
        vi: "Khoảng từ {1:day} đến trước {2:day} không có ngày nào.",
        en: "No day lies from {1:day} to before {2:day}.")

    // Names
    case .unknownKind: Wording(vi: "Không có kiểu quy tắc {1:quoted}.", en: "There is no kind {1:quoted}.")
    case .unknownRecordType:
      Wording(vi: "Không có loại hồ sơ {1:quoted}.", en: "There is no record type {1:quoted}.")
    case .unknownEnum: Wording(vi: "Không có danh mục {1:quoted}.", en: "There is no enum {1:quoted}.")
    case .unknownField:
      Wording(
        vi: "Loại hồ sơ {2:quoted} không có trường {1:quoted}.",
        en: "Record type {2:quoted} has no field {1:quoted}.")
    case .unknownRule: Wording(vi: "Không có quy tắc {1:quoted}.", en: "There is no rule {1:quoted}.")
    case .unknownSource:
      Wording(
        vi: "Văn bản {1:quoted} chưa được khai báo trong \"sources\".",
        en: "The source {1:quoted} is not declared in \"sources\".")
    case .invalidCitation:
      Wording(
        vi: "{1:quoted} không phải là trích dẫn. Hãy viết VĂN-BẢN#mục, ví dụ \"plan#II.2.9\".",
        en: "{1:quoted} is no citation. Write SOURCE#locator, such as \"plan#II.2.9\".")
    case .unknownParameter:
      Wording(vi: "Không có tham số {1:quoted}.", en: "There is no parameter {1:quoted}.")
    case .notAMember:
      Wording(
        vi: "{1:quoted} không có trong danh mục {2:quoted}{3:members}.",
        en: "{1:quoted} is no member of {2:quoted}{3:members}.")
    case .unknownPlaceholder:
      Wording(vi: "Không có chỗ điền {1:quoted}.", en: "There is no placeholder {1:quoted}.")
    case .duplicate:
      Wording(
        vi: "{1:declared} {2:quoted} được khai báo hai lần.", en: "{1:declared} {2:quoted} is declared twice."
      )

    // Values
    case .invalidValue:
      Wording(vi: "{1:quoted} không phải là {2:type}.", en: "{1:quoted} is no value of type {2:type}.")
    case .invalidSetting:
      Wording(
        vi: "Giá trị {2:quoted} của tham số {1:quoted} không phải là {3:type}{4:members}.",
        en: "{2:quoted} is no value of type {3:type}{4:members} for parameter {1:quoted}.")
    case .numberAsText:
      Wording(
        vi: "Số viết trong ngoặc kép: {1:quoted}. Hãy viết số không có ngoặc kép: {1:readings}.",
        en: "A number in quotes: {1:quoted}. Write a plain JSON number: {1:readings}.")
    case .overlappingValues:
      Wording(
        vi: "Tham số {1:quoted} có hai giá trị cho ngày {2:day}.",
        en: "Parameter {1:quoted} has two values on {2:day}.")
    case .missingValues:
      Wording(
        vi: "Tham số {1:quoted} không có giá trị từ {2:day} đến trước {3:day}.",
        en: "Parameter {1:quoted} has no value from {2:day} to before {3:day}.")
    case .noLawDate:
      Wording(
        vi:
          "Chưa có ngày để chọn quy định áp dụng: hãy khai báo \"lawDate\" hoặc ngày kết thúc của \"period\".",
        en: "Nothing tells the law date: declare \"lawDate\" or an end of \"period\".")

    // Rules
    case .expression: Wording(vi: "Biểu thức không hợp lệ.", en: "The expression is not valid.")
    case .derivedExpression:
      Wording(
        vi: "Các phần của quy tắc không khớp nhau: {1:quoted} không hợp lệ.",
        en: "The parts of the rule do not fit together: {1:quoted} is not valid.")
    case .wrongExpressionType:
      Wording(
        vi: "Biểu thức phải cho {2:needed}, nhưng đang cho {1:type}.",
        en: "The expression must give {2:needed}; it gives {1:type}.")
    case .reversedBand:
      Wording(
        vi: "Khoảng {1} đến {2} bị ngược: đầu dưới phải nhỏ hơn hoặc bằng đầu trên.",
        en: "The band from {1} to {2} is reversed: its lower end comes first.")
    case .unitMismatch:
      Wording(
        vi: "Khác đơn vị tính: {1:quoted} và {2:quoted}.",
        en: "The units of measure differ: {1:quoted} and {2:quoted}.")
    case .builtInKind:
      Wording(
        vi: "{1:quoted} là loại quy tắc có sẵn; loại quy tắc theo mẫu phải mang tên khác.",
        en: "{1:quoted} is a built-in kind; a template kind needs another name.")
    case .templateCycle:
      Wording(
        vi: "Các loại quy tắc theo mẫu dựa vào nhau thành vòng: {1}.",
        en: "The template kinds rest on one another in a cycle: {1}.")
    case .kindFailed:
      Wording(vi: "Kiểu quy tắc {1:quoted} báo lỗi: {2}.", en: "The kind {1:quoted} reports: {2}.")
    case .notAChoice:
      Wording(
        vi: "Quy tắc {1:quoted} không khai báo \"enabled\" nên không bật, tắt được.",
        en: "Rule {1:quoted} does not declare \"enabled\", so it cannot be chosen.")
    case .replacesOwnLayer:
      Wording(
        vi: "Quy tắc {1:quoted} thuộc chính bộ này; \"replaces\" chỉ thay quy tắc của bộ được kế thừa.",
        en: "Rule {1:quoted} is of the same layer; \"replaces\" is for rules of a pack that is extended.")
    case .replacesOtherType:
      Wording(
        vi: "Quy tắc {1:quoted} dành cho {2:quoted} nên không thay được quy tắc dành cho {3:quoted}.",
        en: "Rule {1:quoted} is on {2:quoted} and cannot replace one on {3:quoted}.")

    // Awards
    case .ruleOnOtherType:
      Wording(
        vi: "Quy tắc {1:quoted} dành cho {2:quoted}, còn danh hiệu này dành cho {3:quoted}.",
        en: "Rule {1:quoted} is on {2:quoted}, the award on {3:quoted}.")
    case .disabledRule:
      Wording(
        vi: "Danh hiệu cần quy tắc {1:quoted} đang tắt. Hãy bật bằng \"choose\" hoặc --enable.",
        en: "The award needs rule {1:quoted}, which is off. Switch it on with \"choose\" or --enable.")
    case .emptyGroup:
      Wording(
        vi: "Danh hiệu {1:quoted} có nhóm tiêu chí trống.",
        en: "Award {1:quoted} has an empty group of criteria.")
    case .countOutOfRange:
      Wording(
        vi: "Số lượng {1} không hợp lệ: nhóm có {2} phần tử.", en: "The count {1} does not fit {2} members.")
    case .unknownAward:
      Wording(vi: "Không có danh hiệu {1:quoted}.", en: "There is no award {1:quoted}.")
    case .awardCycle:
      Wording(
        vi: "Các danh hiệu chờ nhau thành vòng: {1}.", en: "The awards wait for one another in a cycle: {1}.")
    case .unknownAuthority:
      Wording(
        vi: "\"authorities\" không khai báo {1:quoted}.", en: "{1:quoted} is not declared in \"authorities\"."
      )
    case .noRegister:
      Wording(
        vi: "Tiêu chí này tra sổ quyết định khen thưởng, nhưng bộ quy tắc chưa khai báo \"register\".",
        en: "The criterion asks for past decisions, but the pack declares no \"register\".")
    case .includeBesideCeiling:
      Wording(
        vi: "\"ties\" là \"include\" thì có thể vượt quota, trong khi có quota là mức trần (\"ceiling\").",
        en: "With \"ties\" of \"include\" a quota may be exceeded, but one of them is a ceiling.")

    // Relations, groups and scores
    case .keyCountDiffers:
      Wording(
        vi: "Có {1} trường, nhưng mã của {3:quoted} gồm {2} trường.",
        en: "{1} given, but the key of {3:quoted} has {2}.")
    case .noPoints:
      Wording(
        vi: "Quy tắc {1:quoted} không có \"points\" nên không tính điểm được.",
        en: "Rule {1:quoted} has no \"points\" to add to a score.")
    case .scoreCycle:
      Wording(
        vi: "{1:quoted} đọc điểm tổng hợp nên không thể là thành phần của điểm.",
        en: "{1:quoted} reads a score, so no score can be made of it.")
    }
  }
}
