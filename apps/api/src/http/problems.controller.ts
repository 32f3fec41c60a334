import { Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { operationRoutes } from '@minsheng/contracts';
import { Problem } from './problem';
import { problemTexts, statusOf, type ProblemCode } from './problem-catalogue';
import { Answers } from './query-route';

const described = (code: ProblemCode) => {
  const { zh, en } = problemTexts[code];
  return { code, status: statusOf(code), zh, en };
};

/** The page behind every problem's `type`. */
@ApiTags('问题代码 problems')
@Controller()
export class ProblemsController {
  @Answers(operationRoutes.Problems)
  all() {
    return (Object.keys(problemTexts) as ProblemCode[]).map(described);
  }

  @Answers(operationRoutes.Problem)
  byCode(@Param('code') code: string) {
    if (!Object.hasOwn(problemTexts, code)) throw new Problem('NOT_FOUND', { what: '问题代码 problem code' });
    return described(code as ProblemCode);
  }
}
