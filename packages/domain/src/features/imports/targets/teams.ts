/** What columns of a file of teams can be. */
import { teamFields } from '../../teams/teams.fields.ts'
import { derivedOf, targetsOf, type EntityTargets, type Names } from '../target.ts'

const names: Names = {
  label: ['团队', '团队名称', '部门', '部门名称', '名称', 'team', 'team name', 'department', 'name', 'office'],
  'label.zh': ['中文名称', '中文名', 'chinese name'],
  'label.en': ['英文名称', '英文名', 'english name'],
  parentId: ['上级团队', '上级部门', '所属团队', 'parent', 'parent team', 'belongs to', 'region', 'regional office'],
  managerId: ['负责人', '主管', '经理', 'manager', 'lead', 'head'],
}

export const teamTargets: EntityTargets = {
  targets: targetsOf(teamFields, names),
  derived: derivedOf(teamFields, {}),
  keys: ['label'],
}
