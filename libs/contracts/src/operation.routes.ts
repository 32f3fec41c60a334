import { z } from 'zod';
import type { Route } from './define-route';

const ProblemPublicView = z.object({ code: z.string(), status: z.number(), zh: z.string(), en: z.string() });

/** How the installation is, what its problems mean, and what a person may do with their own data. */
export const operationRoutes = {
  Alive: {
    method: 'GET',
    path: '/livez',
    access: 'everyone',
    summary: '进程在运行 The process lives',
    publicView: z.object({ status: z.string() }),
  },
  Ready: {
    method: 'GET',
    path: '/readyz',
    access: 'everyone',
    summary:
      '数据库可用、各投影在运行，附滞后与暂未更新的内容 Database and projections; their lag, and what is set aside',
  },
  Problems: {
    method: 'GET',
    path: '/api/problems',
    access: 'everyone',
    summary: '全部问题代码 Every problem code',
    publicView: z.array(ProblemPublicView),
  },
  Problem: {
    method: 'GET',
    path: '/api/problems/:code',
    access: 'everyone',
    summary: '一个问题代码 One problem code',
    publicView: ProblemPublicView,
  },
  ErasePersonalData: {
    method: 'DELETE',
    path: '/api/v1/my/personal-data',
    access: ['public'],
    summary: '删除本人的个人信息 Erase my personal data: contacts and keys; what I wrote becomes unreadable',
  },
} as const satisfies Record<string, Route>;
