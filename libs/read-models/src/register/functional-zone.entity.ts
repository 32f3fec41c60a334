import type { RegionCode } from '@minsheng/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A functional zone (开发区、新区) that lists may be opened for. */
@Entity({ schema: 'read', name: 'functional_zone' })
export class FunctionalZoneRow {
  @PrimaryColumn('text') regionCode!: RegionCode;
  @Column('text') name!: string;
  /** The place it lies in, or the whole country. */
  @Column('text') parent!: RegionCode;
  @Column('text') reason!: string;
  @Column('text') registeredOn!: string;
  @Column('int') version!: number;
}
