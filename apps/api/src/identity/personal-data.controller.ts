import { Controller, Delete, Inject } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Vault } from '@minsheng/vault';
import { AuditOf, type Audit } from '../security-log/audit.param';
import { Allow } from './access';
import { CallerOf, type Caller } from './caller';

/** A person's right to be forgotten (个人信息保护法 第四十七条): only the person's own token reaches their data. */
@ApiTags('个人信息 personal data')
@Controller('my/personal-data')
export class PersonalDataController {
  constructor(@Inject(Vault) private readonly vault: Vault) {}

  @Delete()
  @Allow('public')
  @ApiBearerAuth()
  @ApiOperation({
    summary: '删除本人的个人信息 Erase my personal data: contacts and keys; what I wrote becomes unreadable',
  })
  async erase(@CallerOf() { subject }: Caller, @AuditOf() audit: Audit) {
    await audit('PERSONAL_DATA_ERASED');
    return { erasedKeys: await this.vault.erase(subject) };
  }
}
