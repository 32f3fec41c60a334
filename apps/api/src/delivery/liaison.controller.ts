import { Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommandProcessor } from '@minsheng/command-handling';
import { ProjectId, deliveryRoutes } from '@minsheng/contracts';
import { Vault } from '@minsheng/vault';
import { parsed } from '../http/command.param';
import { Problem } from '../http/problem';
import { Answers } from '../http/query-route';
import { AuditOf, type Audit } from '../security-log/audit.param';

interface Contact {
  readonly name: string;
  readonly phone: string;
}

@ApiTags('责任分解 commitment')
@Controller()
export class LiaisonController {
  constructor(
    @Inject(CommandProcessor) private readonly processor: CommandProcessor,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  /**
   * For those who work on it (invariant 25); each look at them is recorded. Read from the stream itself: no read model
   * holds even the sealed words.
   */
  @Answers(deliveryRoutes.Liaisons)
  async liaisons(@Param('projectId') id: string, @AuditOf() audit: Audit) {
    const projectId = parsed(ProjectId, id, '/projectId');
    const { state } = await this.processor.load('delivery', projectId);
    if (state.status === 'not started') throw new Problem('NOT_FOUND', { what: '项目 project' });
    await audit('CONTACT_READ', projectId);
    const named = Object.entries(state.liaisons);
    const contacts = await this.vault.openAll<Contact>(named.map(([, officers]) => officers[officers.length - 1]));
    return { projectId, liaisons: named.map(([department], index) => ({ department, contact: contacts[index] })) };
  }
}
