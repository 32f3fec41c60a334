import type { EvaluationRefusal } from '@minsheng/domain';
import type { ProblemText } from '../http/problem-text';

export const evaluationProblems: Readonly<Record<EvaluationRefusal, ProblemText>> = {
  EVALUATION_NOT_OPEN: { zh: '评价还没有开放或已经截止', en: 'The evaluation is not open' },
  EVALUATION_ALREADY_OPEN: { zh: '评价已经开放', en: 'The evaluation is open already' },
  EVALUATION_STILL_OPEN: {
    zh: '群众评价开放至 {closesOn}，次日起才能截止',
    en: 'Rating is open until {closesOn}; close it the day after',
  },
  EVALUATION_NOT_CLOSED: { zh: '请先截止群众评价', en: 'Close the evaluation first' },
  ALREADY_SCORED: { zh: '满意度已有结果', en: 'Satisfaction is scored already' },
  ALREADY_DELIVERED: {
    zh: '这项结果已经提交；如有误，请凭文号更正',
    en: 'This result was delivered; if it is wrong, correct it with reason and document number',
  },
  NOTHING_TO_CORRECT: { zh: '这项结果还没有提交，无从更正', en: 'Nothing was delivered that could be corrected' },
  EMPTY_TALLY: {
    zh: '没有一份答卷或有效票，不能记录',
    en: 'Nobody answered or voted: there is nothing to record',
  },
  DIMENSION_NAMED_TWICE: { zh: '维度“{name}”写了两次', en: 'The dimension {name} is named twice' },
  BALLOT_BEFORE_ACCEPTANCE: {
    zh: '测评日期 {heldOn} 早于验收日期 {acceptedOn}，请核对',
    en: 'The ballot is dated {heldOn}, before the acceptance of {acceptedOn}: check the day',
  },
  BALLOT_OF_CLOSED_PROJECT: {
    zh: '项目已销号归档，满意度测评不能再更正',
    en: 'The project is closed and archived; its ballot is not corrected any more',
  },
  SATISFACTION_BALLOT_MISMATCH: {
    zh: '满意、基本满意、不满意合计 {sum}，应等于有效票 {valid}',
    en: 'The grades sum to {sum}, not to the {valid} valid ballots',
  },
  WEIGHTS_MUST_SUM_TO_100: { zh: '权重合计 {sum}，应为 100', en: 'The weights sum to {sum}, not 100' },
  MORE_ANSWERS_THAN_ASKED: {
    zh: '答卷 {answers} 份，多于调查 {asked} 份',
    en: '{answers} answers of {asked} asked are too many',
  },
  RECTIFICATION_UNKNOWN: { zh: '没有这件差评整改', en: 'There is no such rectification' },
  RECTIFICATION_NOT_ANSWERED: { zh: '这件差评整改还没有答复', en: 'The rectification has no answer yet' },
  RECTIFICATION_CLOSED: { zh: '这件差评整改已销号', en: 'The rectification is closed' },
  NOT_THE_RATED_DEPARTMENT: { status: 403, zh: '这件差评整改不是给贵单位的', en: 'Another department answers this' },
  EVALUATION_SUPERSEDED: {
    zh: '回头看发现这个项目没有办实，原来的评价不再有效；整改并重新验收以后，再请您评价',
    en: 'A look back found that the project does not hold: it is rated again once it is repaired and accepted',
  },
  RATING_WINDOW_CLOSED: {
    zh: '评价时间是 {opensOn} 至 {closesOn}',
    en: 'Ratings are taken from {opensOn} to {closesOn}',
  },
};
