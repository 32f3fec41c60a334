import { Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Problem } from './problem';
import { problemTexts, statusOf, type ProblemCode } from './problem-catalogue';
import { QueryRoute } from './query-route';

const described = (code: ProblemCode) => {
  const { zh, en } = problemTexts[code];
  return { code, status: statusOf(code), zh, en };
};

/** The page behind every problem's `type`. */
@ApiTags('问题代码 problems')
@Controller('api/problems')
export class ProblemsController {
  @QueryRoute('', 'everyone', '全部问题代码 Every problem code')
  all() {
    return (Object.keys(problemTexts) as ProblemCode[]).map(described);
  }

  @QueryRoute(':code', 'everyone', '一个问题代码 One problem code')
  byCode(@Param('code') code: string) {
    if (!Object.hasOwn(problemTexts, code)) throw new Problem('NOT_FOUND', { what: '问题代码 problem code' });
    return described(code as ProblemCode);
  }
}
