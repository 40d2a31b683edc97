/** The rows of the sample files. Invented companies and people; numbers that nobody has. */
import type { importEntities } from '@rapport/domain/features/imports/import-choices.ts'

export type SampleEntity = (typeof importEntities)[number]['value']
type Rows = readonly (readonly string[])[]

export const sampleRows: Record<SampleEntity, { zh: Rows; en: Rows }> = {
  customers: {
    zh: [
      ['客户名称', '城市', '办公电话', '网站', '备注'],
      ['宁波海岳机械有限公司', '宁波', '0574-0000 4417', 'https://haiyue.example.com', '看过样机，等预算'],
      ['苏州启明水务有限公司', '苏州', '0512-0000 0192', 'https://qiming.example.com', ''],
      ['桐乡绵里丝绸有限公司', '嘉兴', '0573-0000 0235', '', '展会认识'],
    ],
    en: [
      ['Customer name', 'City', 'Office phone', 'Website', 'Note'],
      ['Northgate Machinery Ltd', 'Leeds', '+44 113 496 0417', 'https://northgate.example.com', 'Saw the sample'],
      ['Brightwater Utilities', 'Bristol', '+44 117 496 0192', 'https://brightwater.example.com', ''],
      ['Meadow Silk Co', 'Derby', '+44 1632 960235', '', 'Met at the fair'],
    ],
  },
  contacts: {
    zh: [
      ['姓名', '职务', '手机', '邮箱'],
      ['钱望舒', '采购经理', '138 0000 4417', 'qian@example.com'],
      ['孟晚', '厂长', '138 0000 0235', 'meng@example.com'],
      ['邵一川', '工程师', '138 0000 0192', 'shao@example.com'],
    ],
    en: [
      ['Name', 'Title', 'Mobile', 'Email'],
      ['Ada Finch', 'Buyer', '+44 7700 900417', 'ada@example.com'],
      ['Tom Hale', 'Plant manager', '+44 7700 900235', 'tom@example.com'],
      ['Ines Roy', 'Engineer', '+44 7700 900192', 'ines@example.com'],
    ],
  },
  opportunities: {
    zh: [
      ['商机名称', '金额', '预计成交日期', '需求'],
      ['海岳机械 除尘改造', '380000', '2027-03-15', '两条产线'],
      ['启明水务 新风系统', '126000', '2027-04-30', '办公楼三层'],
      ['绵里丝绸 车间净化', '92000.50', '2027-02-28', ''],
    ],
    en: [
      ['Opportunity name', 'Amount', 'Expected close date', 'Need'],
      ['Northgate dust control', '380000', '2027-03-15', 'Two lines'],
      ['Brightwater fresh air', '126000', '2027-04-30', 'Three floors'],
      ['Meadow Silk clean room', '92000.50', '2027-02-28', ''],
    ],
  },
  products: {
    zh: [
      ['产品编码', '产品名称', '系列', '标准价'],
      ['KJ-500', '空气净化机 500', '净化', '12800'],
      ['XF-200', '新风主机 200', '新风', '9600'],
      ['LX-01', '高效滤芯', '耗材', '320'],
    ],
    en: [
      ['Product code', 'Product name', 'Series', 'List price'],
      ['KJ-500', 'Air cleaner 500', 'Clean', '12800'],
      ['XF-200', 'Fresh air unit 200', 'Fresh', '9600'],
      ['LX-01', 'Fine filter', 'Supplies', '320'],
    ],
  },
  users: {
    zh: [
      ['姓名', '邮箱', '职务'],
      ['方知远', 'fang@example.com', '销售代表'],
      ['陆星禾', 'lu@example.com', '销售代表'],
      ['顾南乔', 'gu@example.com', '客户经理'],
    ],
    en: [
      ['Name', 'Email', 'Title'],
      ['Mia Stone', 'mia@example.com', 'Sales rep'],
      ['Leo Park', 'leo@example.com', 'Sales rep'],
      ['Zoe Lane', 'zoe@example.com', 'Account manager'],
    ],
  },
  teams: {
    zh: [
      ['团队名称', '上级团队'],
      ['华东区', ''],
      ['宁波组', '华东区'],
      ['苏州组', '华东区'],
    ],
    en: [
      ['Team name', 'Parent team'],
      ['North', ''],
      ['Leeds', 'North'],
      ['York', 'North'],
    ],
  },
}
