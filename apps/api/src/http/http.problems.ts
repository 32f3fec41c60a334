import type { ProblemText } from './problem-text';

/** What the HTTP layer itself answers with, whatever the feature. */
export const httpProblems = {
  MALFORMED: {
    status: 400,
    zh: '请求内容不符合要求，见 errors 中各字段',
    en: 'The request does not fit its schema; see errors for each field',
  },
  MALFORMED_JSON: { status: 400, zh: '请求体不是合法的 JSON', en: 'The body is not valid JSON' },
  NOT_UTF8: {
    status: 400,
    zh: '请求体不是 UTF-8 编码（例如 GBK），请转换后再发',
    en: 'The body is not UTF-8; convert it and send it again',
  },
  KEY_TWICE: {
    status: 400,
    zh: '“{key}”在同一处写了两次，请只写一次',
    en: '{key} stands twice in one object: write it once',
  },
  NUMBER_NOT_EXACT: {
    status: 400,
    zh: '数值 {number} 超出 JSON 数值的精度，存下来会变成另一个数，请写成文本（加引号）',
    en: 'A JSON number does not hold {number}: it would be stored as another; send it as text, in quotes',
  },
  JSON_TOO_DEEP: {
    status: 400,
    zh: '请求体的 JSON 超过 {most} 层，没有哪个接口需要这么多层',
    en: 'The JSON of the body is nested over {most} levels; no route takes that',
  },
  REQUEST_TOO_SLOW: {
    status: 408,
    zh: '请求未在规定时间内发完，请检查网络后用同一 Idempotency-Key 重发',
    en: 'The request did not arrive in time; check the network and send it again under the same key',
  },
  HEADERS_TOO_LARGE: {
    status: 431,
    zh: '请求头过大，请去掉多余的 Cookie 和请求头',
    en: 'The headers are too large; leave out cookies and headers that are not needed',
  },
  NOT_HTTP: {
    status: 400,
    zh: '收到的不是合法的 HTTP 请求，请检查客户端或代理',
    en: 'This is no valid HTTP request; check the client or the proxy before it',
  },
  TOO_MANY_REQUESTS: {
    status: 429,
    zh: '请求过于频繁（{limit}：{seconds} 秒内至多 {requests} 次），未办理，请在 {retryAfterSeconds} 秒后再试',
    en:
      'Too many requests ({limit}: {requests} in {seconds} seconds); nothing was done. Try again in ' +
      '{retryAfterSeconds} seconds',
  },
  BODY_TOO_LARGE: { status: 413, zh: '请求体过大，请分批提交', en: 'The body is over the limit; send it in parts' },
  MEDIA_TYPE_NOT_SUPPORTED: {
    status: 415,
    zh: '请用 Content-Type: application/json',
    en: 'Send Content-Type: application/json',
  },
  ROUTE_UNKNOWN: {
    status: 404,
    zh: '没有这个地址，请检查拼写；接口说明见 docs/requests',
    en: 'No such address; check its spelling. docs/requests shows what there is',
  },
  NOT_FOUND: { status: 404, zh: '没有找到 {what}', en: 'No {what} was found' },
  TOKEN_MISSING: {
    status: 401,
    zh: '请先登录：需要 Authorization: Bearer 令牌',
    en: 'Sign in first: send Authorization: Bearer with a token',
  },
  TOKEN_INVALID: {
    status: 401,
    zh: '令牌无效或已过期，请重新登录',
    en: 'The token is not valid any more; sign in again',
  },
  TOKEN_REVOKED: {
    status: 401,
    zh: '令牌已被收回，请一分钟后重新登录；仍不行请联系管理员',
    en: 'The token was revoked; sign in again after a minute, and ask the administrator if that does not help',
  },
  ISSUER_UNREACHABLE: {
    status: 503,
    zh: '暂时连不上登录系统，无法核验令牌，未办理，请稍后用同一 Idempotency-Key 重试',
    en: 'The sign-on system cannot be reached to check tokens; nothing was done: try again with the same key',
  },
  ROLE_NOT_ALLOWED: {
    status: 403,
    zh: '您的角色（{role}）不能做这件事，可由 {allowed} 办理',
    en: 'Your role ({role}) may not do this; {allowed} may',
  },
  OTHER_REGION: {
    status: 403,
    zh: '这是其他地区的事项，您属于 {region}',
    en: 'This belongs to another region; yours is {region}',
  },
  CLAIM_MISSING: {
    status: 403,
    zh: '令牌没有写明 {claim}，角色 {role} 必须写明，请联系身份管理员补充',
    en: 'The token has no claim {claim}, which the role {role} must have; ask the administrator of identities for it',
  },
  ROUTE_WITHOUT_POLICY: {
    status: 403,
    zh: '这个地址没有设定权限，已拒绝',
    en: 'This route has no policy and is refused',
  },
  BUSINESS_DATE_NOT_ALLOWED: {
    status: 400,
    zh: '只有演练模式可以指定业务日期（Business-Date）',
    en: 'Only a rehearsal may set Business-Date',
  },
  BUSINESS_DATE_MALFORMED: { status: 400, zh: 'Business-Date 应为 YYYY-MM-DD', en: 'Business-Date must be YYYY-MM-DD' },
  IDEMPOTENCY_KEY_MISSING: {
    status: 400,
    zh: '缺少 Idempotency-Key：每个新请求一个新值，重发时不变',
    en: 'Idempotency-Key is missing: a new value for each new request, the same for a retry',
  },
  IDEMPOTENCY_KEY_MALFORMED: {
    status: 400,
    zh: 'Idempotency-Key 应为 8–120 个可见 ASCII 字符',
    en: 'Idempotency-Key must be 8 to 120 visible ASCII signs',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    zh: '这个 Idempotency-Key 已用于另一个请求，请换一个',
    en: 'This Idempotency-Key was used for another request; take a new one',
  },
  IF_MATCH_MALFORMED: {
    status: 400,
    zh: 'If-Match 应为读取时得到的 ETag，例如 "12"',
    en: 'If-Match must be the ETag you read, such as "12"',
  },
  ROWS_REFUSED: {
    status: 422,
    zh: '整批未办理：有 {problems} 处需要改正，见 errors 中各行',
    en: 'Nothing was taken: {problems} problems, see errors for each row',
  },
  ID_OF_ANOTHER_LIST: {
    status: 422,
    zh: '{id} 不属于清单 {listId}，请改用这份清单的编号',
    en: '{id} belongs to another list than {listId}; name what is of this list',
  },
  ID_OF_NO_EARLIER_LIST: {
    status: 422,
    zh: '{id} 不属于早于 {listId} 的清单，只能从本地区往年的清单结转',
    en: '{id} belongs to no list before {listId}; projects are carried over from an earlier list of the region',
  },
  ID_OF_ANOTHER_REGION: {
    status: 422,
    zh: '{id} 是其他地区的编号，请改用 {region} 的',
    en: '{id} belongs to another region than {region}; name what is of this region',
  },
  APPEND_TOO_LARGE: {
    status: 413,
    zh: '内容过大：{events} 件共 {bytes} 字节，一次至多记入 {mostEvents} 件、{mostBytes} 字节，请分批',
    en:
      'Too large: {bytes} bytes in {events} events, over the {mostBytes} bytes and {mostEvents} events of one ' +
      'append; send it in parts',
  },
  TOGETHER_NOT_POSSIBLE: {
    status: 422,
    zh: '所用的事件库不能跨项目整批记入，请逐个项目报送',
    en: 'This event store cannot take several projects all or none; send them one by one',
  },
  IF_MATCH_OF_MANY: {
    status: 400,
    zh: '这个请求涉及多个项目，不能用 If-Match',
    en: 'This request is about several projects; If-Match cannot be used',
  },
  STALE_VERSION: {
    status: 412,
    zh: '您看到的是第 {expected} 版，现在是第 {actual} 版，请刷新后再办',
    en: 'You saw version {expected}, it is {actual} now; read again first',
  },
  CONFLICT: {
    zh: '有人同时在办理，请稍后用同一 Idempotency-Key 重试',
    en: 'Somebody else is acting on this; try again with the same key',
  },
  BUSY: {
    status: 503,
    zh: '系统繁忙，未办理，请稍后用同一 Idempotency-Key 重试',
    en: 'Too busy, nothing was done; try again with the same key',
  },
  STORE_UNAVAILABLE: {
    status: 503,
    zh: '暂时连不上数据库，结果未知，请用同一 Idempotency-Key 重试',
    en: 'The database cannot be reached and the outcome is unknown; try again with the same key',
  },
  NOT_YET_VISIBLE: {
    status: 202,
    zh: '已办理，页面还在更新（现到 {position}），请稍后再看',
    en: 'Done, but the pages are still catching up (now at {position}); look again shortly',
  },
  NOT_YET_COUNTED: {
    status: 503,
    zh: '评价刚截止，正在计数，请稍后用同一 Idempotency-Key 重试',
    en: 'The evaluation has just closed and is being counted; try again with the same key',
  },
  NOT_CURRENT: {
    status: 503,
    zh: '{id} 的内容暂未更新：有一条记录未能办入，管理员处理后恢复；其他内容不受影响',
    en: '{id} is temporarily not current: something recorded for it could not be applied yet. Everything else is',
  },
  STREAM_UNREADABLE: {
    status: 503,
    zh:
      '暂不能办理：当前版本的程序读不出 {stream} 中位置 {position} 的记录。原因见 api 日志，请管理员升级程序或修复该记录，' +
      '之后用同一 Idempotency-Key 重试；其他内容不受影响',
    en:
      'This version cannot read the event at position {position} of {stream}. The operator finds the reason in the ' +
      'log of the api and installs a version that can, or repairs the event; then try again with the same key. ' +
      'Everything else goes on',
  },
  AS_OF_IN_THE_FUTURE: {
    status: 400,
    zh: '{asOf} 尚未到来，只能查询此前的情况（现在是 {now}）',
    en: '{asOf} is still to come; ask for what was recorded until now ({now})',
  },
  CURSOR_MALFORMED: {
    status: 400,
    zh: '翻页标记无效，请从第一页开始',
    en: 'The cursor is not valid; start from the first page',
  },
  INTERNAL: {
    status: 500,
    zh: '系统出错，已记录，请把编号 instance 告诉管理员',
    en: 'Our fault; it was logged. Tell the administrator the instance number',
  },
} satisfies Record<string, ProblemText>;
export type HttpCode = keyof typeof httpProblems;
