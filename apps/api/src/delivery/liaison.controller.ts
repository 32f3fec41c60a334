import { Controller, Inject, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { CommandProcessor } from '@minsheng/command-handling';
import { ProjectId } from '@minsheng/contracts';
import { Vault } from '@minsheng/vault';
import { CommandRoute } from '../http/command-route';
import { Command, parsed } from '../http/command.param';
import { Problem } from '../http/problem';
import { QueryRoute } from '../http/query-route';
import { assertSameRegion, CallerOf, type Caller } from '../identity/caller';
import { AppointLiaison } from './appoint-liaison';
import { EraseLiaison } from './erase-liaison';

interface Contact {
  readonly name: string;
  readonly phone: string;
}

@ApiTags('责任分解 commitment')
@Controller('projects/:projectId')
export class LiaisonController {
  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(CommandProcessor) private readonly processor: CommandProcessor,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  @CommandRoute('liaisons', AppointLiaison, '确定联络员', 'department', 'commission')
  appoint(@Command() command: AppointLiaison) {
    return this.bus.execute(command);
  }

  @CommandRoute('liaison-erasures', EraseLiaison, '应联络员要求删除其个人信息', 'commission')
  erase(@Command() command: EraseLiaison) {
    return this.bus.execute(command);
  }

  /**
   * For those who work on it (invariant 25). Read from the stream itself: no read model holds even the sealed words.
   */
  @QueryRoute('liaisons', ['commission', 'department'], '联络员名册 Liaison officers and how to reach them')
  async liaisons(@Param('projectId') id: string, @CallerOf() caller: Caller) {
    const projectId = parsed(ProjectId, id, '/projectId');
    assertSameRegion(caller.actor, projectId);
    const { state } = await this.processor.load('delivery', projectId);
    if (state.status === 'not started') throw new Problem('NOT_FOUND', { what: '项目 project' });
    const named = Object.entries(state.liaisons);
    const contacts = await this.vault.openAll<Contact>(named.map(([, officers]) => officers[officers.length - 1]));
    return { projectId, liaisons: named.map(([department], index) => ({ department, contact: contacts[index] })) };
  }
}
