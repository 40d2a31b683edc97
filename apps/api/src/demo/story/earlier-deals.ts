/**
 * Closed deals of the year before the past one, for what is compared with it: 30 won ones of ¥16,146,000 and 6 lost, none of
 * them at the proposal. Written like those of the past year.
 */
import { closedDealsOf } from './closed-deals.ts'

export const earlierDeals = closedDealsOf(`
一号车间除尘 | Hall 1 dust | fengqi | 720000 | dust | 12 | 0.2 | 44
光学车间新风 | Optics shop fresh air | hengmo | 580000 | air | 12 | 0.8 | 44
梳棉机除尘 | Carding dust | haiyan | 630000 | dust | 12 | 0.6 | 44
二号车间除尘 | Hall 2 dust | fengqi | 880000 | dust | 13 | 0.4 | 52
超净间维保 | Clean room maintenance | hengmo | 180000 | care | 13 | 0.2 | 52
清花车间除尘 | Blow room dust | haiyan | 480000 | dust | 13 | 0.8 | 52
屋顶机组改造 | Roof unit retrofit | hengmo | 240000 | air | 13 | 0.2 | 44 | timing | contact | 当年不改造 | Not that year
抛丸机除尘 | Shot blast dust | fengqi | 460000 | dust | 14 | 0.6 | 61
镜片清洗用水 | Lens washing water | hengmo | 740000 | water | 14 | 0.4 | 61
染整废气一期 | Finishing exhaust phase 1 | tianji | 960000 | voc | 14 | 0.2 | 61
木工房除尘 | Carpentry dust | beidou | 220000 | dust | 14 | 0.6 | 66 | fit | needs | 场地太小 | Too little room
焊接线排烟 | Weld line fume | fengqi | 350000 | fume | 15 | 0.8 | 38
中心店净水 | Flagship shop water | yinian | 260000 | clean | 15 | 0.6 | 38
染整废气二期 | Finishing exhaust phase 2 | tianji | 720000 | voc | 15 | 0.4 | 38
茶水间净水 | Pantry water | yinian | 32000 | clean | 15 | 0.4 | 38 | price | contact | 自行采购 | Bought it themselves
船坞打磨除尘 | Dock grinding dust | beidou | 970000 | dust | 16 | 0.2 | 57
新开门店净水 | New shops water | yinian | 330000 | clean | 16 | 0.8 | 57
回用水处理 | Water reuse | tianji | 300000 | water | 16 | 0.6 | 57
总部净水年包 | Head office water, annual | pingjiang | 280000 | clean | 16 | 0.4 | 49 | competitor | negotiation | 集团统一采购 | The group bought centrally
涂装棚废气 | Paint tent exhaust | beidou | 780000 | voc | 17 | 0.4 | 49
储能样机间除尘 | Prototype room dust | xingchen | 520000 | dust | 17 | 0.2 | 49
大堂净水 | Lobby water | pingjiang | 160000 | clean | 17 | 0.8 | 49
办公楼新风 | Office fresh air | haiyan | 380000 | air | 17 | 0.8 | 47 | budget | needs | 预算转给设备 | The budget went to machines
食堂净水 | Canteen water | beidou | 126000 | clean | 18 | 0.6 | 66
电芯车间新风 | Cell shop fresh air | xingchen | 690000 | air | 18 | 0.4 | 66
客房楼层净水 | Guest floor water | pingjiang | 410000 | clean | 18 | 0.2 | 66
调漆间废气 | Mixing room exhaust | lvzhou | 640000 | voc | 19 | 0.8 | 41
丝织车间除尘 | Silk weaving dust | caisang | 570000 | dust | 19 | 0.6 | 41
整经车间除尘 | Warping dust | zhiyun | 390000 | dust | 19 | 0.4 | 41
打包间除尘 | Packing room dust | caisang | 140000 | fume | 19 | 0.2 | 61 | timing | needs | 推到下一年 | Put off for a year
烘干炉废气 | Dryer exhaust | lvzhou | 850000 | voc | 20 | 0.2 | 58
印花废气 | Print exhaust | caisang | 810000 | voc | 20 | 0.8 | 58
中试线废气 | Pilot line exhaust | zhiyun | 600000 | voc | 20 | 0.6 | 58
实验室新风 | Laboratory fresh air | lvzhou | 310000 | air | 21 | 0.4 | 47
蒸化机除味 | Steamer odour control | caisang | 440000 | voc | 21 | 0.2 | 47
罐装线用水 | Bottling line water | mulan | 290000 | water | 21 | 0.8 | 47
`)
