import { Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { operationRoutes } from '@minsheng/contracts';
import { Vault } from '@minsheng/vault';
import { AuditOf, type Audit } from '../security-log/audit.param';
import { Implements } from './access';
import { CallerOf, type Caller } from './caller';

/** A person's right to be forgotten (个人信息保护法 第四十七条): only the person's own token reaches their data. */
@ApiTags('个人信息 personal data')
@Controller()
export class PersonalDataController {
  constructor(@Inject(Vault) private readonly vault: Vault) {}

  @Implements(operationRoutes.ErasePersonalData)
  async erase(@CallerOf() { subject }: Caller, @AuditOf() audit: Audit) {
    await audit('PERSONAL_DATA_ERASED');
    return { erasedKeys: await this.vault.erase(subject) };
  }
}
