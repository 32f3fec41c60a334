import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { AllowEveryone } from '../identity/access';
import { Problem, type ProblemCode } from './problem';
import { problemTexts, statusOf } from './problem-texts';

const described = (code: ProblemCode) => ({ code, status: statusOf(code), ...problemTexts[code] });

/** The page behind every problem's `type`. */
@ApiTags('问题代码 problems')
@Controller('api/problems')
export class ProblemsController {
  @Get() @AllowEveryone() @ApiOperation({ summary: '全部问题代码 Every problem code' })
  all() { return (Object.keys(problemTexts) as ProblemCode[]).map(described); }

  @Get(':code') @AllowEveryone() @ApiOperation({ summary: '一个问题代码 One problem code' })
  one(@Param('code') code: string) {
    if (!Object.hasOwn(problemTexts, code)) throw new Problem('NOT_FOUND', { what: '问题代码 problem code' });
    return described(code as ProblemCode);
  }
}
