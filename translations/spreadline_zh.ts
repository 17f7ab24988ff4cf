<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ChartAccessible</name>
    <message>
        <source>%1 %2 chart</source>
        <translation>%1 %2 图表</translation>
    </message>
    <message>
        <source>no bars</source>
        <translation>无K线</translation>
    </message>
    <message>
        <source>%1: no bar</source>
        <translation>%1：无K线</translation>
    </message>
    <message>
        <source>%1 UTC: open %2, high %3, low %4, close %5</source>
        <translation>%1 UTC：开 %2，高 %3，低 %4，收 %5</translation>
    </message>
</context>
<context>
    <name>ChartLegend</name>
    <message>
        <source>O</source>
        <translation>开</translation>
    </message>
    <message>
        <source>H</source>
        <translation>高</translation>
    </message>
    <message>
        <source>L</source>
        <translation>低</translation>
    </message>
    <message>
        <source>C</source>
        <translation>收</translation>
    </message>
    <message>
        <source>Vol</source>
        <translation>量</translation>
    </message>
</context>
<context>
    <name>DrawingShapes</name>
    <message>
        <source>Target</source>
        <translation>止盈</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>止损</translation>
    </message>
    <message>
        <source>Reward/risk</source>
        <translation>盈亏比</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>根K线</translation>
    </message>
    <message>
        <source>bars</source>
        <translation>根K线</translation>
    </message>
    <message>
        <source>ticks</source>
        <translation>跳</translation>
    </message>
</context>
<context>
    <name>DrawingTools</name>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Click both ends. Shift keeps it level, upright or at 45°.</source>
        <translation>单击两个端点。按住 Shift 保持水平、垂直或 45°。</translation>
    </message>
    <message>
        <source>Click where it belongs.</source>
        <translation>单击要放置的位置。</translation>
    </message>
    <message>
        <source>Click two corners.</source>
        <translation>单击两个角点。</translation>
    </message>
    <message>
        <source>Click the entry, then drag target and stop.</source>
        <translation>单击入场价，然后拖动止盈和止损。</translation>
    </message>
    <message>
        <source>Trend line</source>
        <translation>趋势线</translation>
    </message>
    <message>
        <source>Ray</source>
        <translation>射线</translation>
    </message>
    <message>
        <source>Click the start and a point on its way.</source>
        <translation>单击起点和途经的一点。</translation>
    </message>
    <message>
        <source>Extended line</source>
        <translation>延长线</translation>
    </message>
    <message>
        <source>Click two points on the line.</source>
        <translation>单击线上的两点。</translation>
    </message>
    <message>
        <source>Horizontal line</source>
        <translation>水平线</translation>
    </message>
    <message>
        <source>Click the price.</source>
        <translation>单击价位。</translation>
    </message>
    <message>
        <source>Horizontal ray</source>
        <translation>水平射线</translation>
    </message>
    <message>
        <source>Click where it starts.</source>
        <translation>单击起点。</translation>
    </message>
    <message>
        <source>Vertical line</source>
        <translation>垂直线</translation>
    </message>
    <message>
        <source>Click the moment.</source>
        <translation>单击时间点。</translation>
    </message>
    <message>
        <source>Cross line</source>
        <translation>十字线</translation>
    </message>
    <message>
        <source>Parallel channel</source>
        <translation>平行通道</translation>
    </message>
    <message>
        <source>Click both ends of one side, then the other side.</source>
        <translation>单击一侧的两个端点，再单击另一侧。</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>矩形</translation>
    </message>
    <message>
        <source>Fibonacci retracement</source>
        <translation>斐波那契回撤</translation>
    </message>
    <message>
        <source>Click where the move starts and ends.</source>
        <translation>单击波段的起点和终点。</translation>
    </message>
    <message>
        <source>Fibonacci extension</source>
        <translation>斐波那契扩展</translation>
    </message>
    <message>
        <source>Click the start and the end of the move, then where it goes on.</source>
        <translation>单击波段的起点和终点，再单击其延续的位置。</translation>
    </message>
    <message>
        <source>Ruler</source>
        <translation>测量尺</translation>
    </message>
    <message>
        <source>Click both ends. Shift+click measures without leaving a drawing.</source>
        <translation>单击两个端点。Shift+单击只测量，不留下图形。</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>箭头</translation>
    </message>
    <message>
        <source>Click its start, then its tip.</source>
        <translation>单击起点，再单击箭尖。</translation>
    </message>
    <message>
        <source>Up marker</source>
        <translation>向上标记</translation>
    </message>
    <message>
        <source>Down marker</source>
        <translation>向下标记</translation>
    </message>
    <message>
        <source>Long position</source>
        <translation>多头仓位</translation>
    </message>
    <message>
        <source>Short position</source>
        <translation>空头仓位</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>线条</translation>
    </message>
    <message>
        <source>Channel and rectangle</source>
        <translation>通道和矩形</translation>
    </message>
    <message>
        <source>Fibonacci</source>
        <translation>斐波那契</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>仓位</translation>
    </message>
    <message>
        <source>Notes and markers</source>
        <translation>注释和标记</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
</context>
<context>
    <name>Environment</name>
    <message>
        <source>PRACTICE</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>DEMO</source>
        <translation>模拟</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>实盘</translation>
    </message>
    <message>
        <source>REPLAY</source>
        <translation>回放</translation>
    </message>
    <message>
        <source>The built-in practice exchange: no account, no network, no money.</source>
        <translation>内置练习交易所：无需账户、网络和资金。</translation>
    </message>
    <message>
        <source>The venue&apos;s test environment: no real money.</source>
        <translation>交易所的测试环境：不涉及真实资金。</translation>
    </message>
    <message>
        <source>The live market.</source>
        <translation>真实市场。</translation>
    </message>
    <message>
        <source>A recording is being played: nothing here is happening now.</source>
        <translation>正在播放录制数据：这里的一切都不是正在发生的。</translation>
    </message>
    <message>
        <source>Practice exchange</source>
        <translation>练习交易所</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>录制</translation>
    </message>
</context>
<context>
    <name>Errc</name>
    <message>
        <source>A number could not be read. Nothing was changed; check the value.</source>
        <translation>无法读取数字。未作任何更改；请检查该值。</translation>
    </message>
    <message>
        <source>A number is too large to hold exactly. Use a smaller one.</source>
        <translation>数字过大，无法精确保存。请使用较小的数字。</translation>
    </message>
    <message>
        <source>The price is not on the instrument&apos;s tick. Round it to the tick size.</source>
        <translation>价格不符合该合约的最小变动单位。请按最小变动单位取整。</translation>
    </message>
    <message>
        <source>The quantity is not on the instrument&apos;s step. Round it to the step size.</source>
        <translation>数量不符合该合约的数量步长。请按步长取整。</translation>
    </message>
    <message>
        <source>The value is below the instrument&apos;s minimum. Raise it.</source>
        <translation>该值低于合约的最小值。请调高。</translation>
    </message>
    <message>
        <source>The value is above the instrument&apos;s maximum. Lower it.</source>
        <translation>该值高于合约的最大值。请调低。</translation>
    </message>
    <message>
        <source>The order is worth less than the venue accepts. Raise the quantity.</source>
        <translation>订单价值低于交易所的最低要求。请增加数量。</translation>
    </message>
    <message>
        <source>The price is too far from the mark price. Move it closer.</source>
        <translation>价格偏离标记价格过远。请调近一些。</translation>
    </message>
    <message>
        <source>The venue does not list this instrument. Check the symbol.</source>
        <translation>交易所没有该合约。请检查代码。</translation>
    </message>
    <message>
        <source>The instrument is not trading now. Its data is kept.</source>
        <translation>该合约当前未在交易。其数据已保留。</translation>
    </message>
    <message>
        <source>The venue sent a message that cannot be read. It was dropped and the stream is being synchronised again.</source>
        <translation>交易所发来无法读取的消息。已丢弃，数据流正在重新同步。</translation>
    </message>
    <message>
        <source>The venue sent a message of an unexpected shape. It was dropped; if this repeats, look for an update of Spreadline.</source>
        <translation>交易所发来格式异常的消息。已丢弃；若反复出现，请检查 Spreadline 更新。</translation>
    </message>
    <message>
        <source>The venue sent a message over the size limit. The connection is being opened anew.</source>
        <translation>交易所发来的消息超过大小限制。正在重新建立连接。</translation>
    </message>
    <message>
        <source>The venue sent a message of a kind that is not known here. It was ignored.</source>
        <translation>交易所发来未知类型的消息。已忽略。</translation>
    </message>
    <message>
        <source>A message of this stream is missing. The data is greyed until it is synchronised again.</source>
        <translation>该数据流缺少一条消息。重新同步之前数据显示为灰色。</translation>
    </message>
    <message>
        <source>The best bid is above the best ask. The book is greyed until it is synchronised again.</source>
        <translation>最优买价高于最优卖价。重新同步之前订单簿显示为灰色。</translation>
    </message>
    <message>
        <source>The snapshot is older than the stream. Another one is being fetched.</source>
        <translation>快照比数据流旧。正在获取新的快照。</translation>
    </message>
    <message>
        <source>The venue cannot be reached. Check the network; trying again by itself.</source>
        <translation>无法连接交易所。请检查网络；正在自动重试。</translation>
    </message>
    <message>
        <source>The venue&apos;s name cannot be resolved. Check the network, the DNS server and the host name.</source>
        <translation>无法解析交易所域名。请检查网络、DNS 服务器和主机名。</translation>
    </message>
    <message>
        <source>The venue&apos;s certificate is not trusted, so nothing was sent. Check the clock and the network&apos;s proxy.</source>
        <translation>交易所证书不受信任，因此未发送任何数据。请检查系统时钟和网络代理。</translation>
    </message>
    <message>
        <source>The venue did not answer in time. Trying again by itself.</source>
        <translation>交易所未及时响应。正在自动重试。</translation>
    </message>
    <message>
        <source>The connection to the venue was lost. Connecting again by itself.</source>
        <translation>与交易所的连接已断开。正在自动重连。</translation>
    </message>
    <message>
        <source>The venue refuses connections from this network or country. Use another network or venue.</source>
        <translation>交易所拒绝来自此网络或国家/地区的连接。请使用其他网络或交易所。</translation>
    </message>
    <message>
        <source>The venue&apos;s request limit is reached. Waiting until it allows more.</source>
        <translation>已达到交易所的请求限额。正在等待恢复。</translation>
    </message>
    <message>
        <source>The venue has banned this address for a time. Nothing is sent until the ban ends.</source>
        <translation>交易所已暂时封禁此地址。封禁结束前不会发送任何请求。</translation>
    </message>
    <message>
        <source>The venue answered with an unexpected status. Trying again by itself.</source>
        <translation>交易所返回了意外状态。正在自动重试。</translation>
    </message>
    <message>
        <source>The venue refused the request. Its reason is in the log.</source>
        <translation>交易所拒绝了请求。原因见日志。</translation>
    </message>
    <message>
        <source>The venue is not available now. Trying again by itself.</source>
        <translation>交易所当前不可用。正在自动重试。</translation>
    </message>
    <message>
        <source>The clock&apos;s distance to the venue&apos;s clock is not known. Check the system clock.</source>
        <translation>与交易所时钟的偏差未知。请检查系统时钟。</translation>
    </message>
    <message>
        <source>This machine or network does not keep up with the data. Close some charts or watch fewer symbols.</source>
        <translation>本机或网络跟不上数据。请关闭部分图表或减少关注的品种。</translation>
    </message>
    <message>
        <source>The file or entry does not exist. Check its name.</source>
        <translation>文件或条目不存在。请检查名称。</translation>
    </message>
    <message>
        <source>The settings file has a mistake. Mend the line that is named.</source>
        <translation>设置文件有错误。请修正指出的行。</translation>
    </message>
    <message>
        <source>The command is not understood. See --help.</source>
        <translation>无法理解该命令。请参阅 --help。</translation>
    </message>
    <message>
        <source>The file cannot be read as what it should be. Check the line that is named.</source>
        <translation>无法按预期格式读取文件。请检查指出的位置。</translation>
    </message>
    <message>
        <source>A file cannot be written. Check its folder&apos;s permissions and the free space.</source>
        <translation>无法写入文件。请检查文件夹权限和剩余空间。</translation>
    </message>
    <message>
        <source>The database is damaged. It was set aside untouched; restore a backup or start with a new one.</source>
        <translation>数据库已损坏。原文件已原样保留；请恢复备份或使用新的数据库。</translation>
    </message>
    <message>
        <source>The database is held by another program. Close that program.</source>
        <translation>数据库被其他程序占用。请关闭该程序。</translation>
    </message>
    <message>
        <source>The disk is full. Free some space; nothing new is stored until then.</source>
        <translation>磁盘已满。请释放空间；在此之前不会保存新数据。</translation>
    </message>
    <message>
        <source>The database was written by a newer Spreadline. Use that version, or another profile.</source>
        <translation>数据库由更新版本的 Spreadline 写入。请使用该版本或其他配置。</translation>
    </message>
    <message>
        <source>Spreadline already runs on this profile. Use its window, or another profile.</source>
        <translation>Spreadline 已在此配置上运行。请使用其窗口或其他配置。</translation>
    </message>
    <message>
        <source>No system keychain was found. Live trading stays off without one.</source>
        <translation>未找到系统密钥串。没有它，实盘交易将保持关闭。</translation>
    </message>
    <message>
        <source>The engine is busy and did not take the command. Try again.</source>
        <translation>引擎繁忙，未接受该命令。请重试。</translation>
    </message>
    <message>
        <source>A bounded queue is full. The data behind it is being synchronised again.</source>
        <translation>有界队列已满。其后的数据正在重新同步。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>This is not available here.</source>
        <translation>此处不可用。</translation>
    </message>
    <message>
        <source>The stored data were another practice market&apos;s. They are gone, and storing began anew.</source>
        <translation>已存储的数据属于另一个练习市场。这些数据已清除，并重新开始存储。</translation>
    </message>
    <message>
        <source>Stored data are later than the venue&apos;s clock. They are left out and fetched again; check the system clock.</source>
        <translation>已存储的数据晚于交易所时钟。这些数据将被忽略并重新获取；请检查系统时钟。</translation>
    </message>
    <message>
        <source>The market database cannot be opened, so nothing is stored. What this session sees is forgotten when it ends.</source>
        <translation>无法打开行情数据库，因此不会存储任何内容。本次会话的数据将在结束时丢失。</translation>
    </message>
    <message>
        <source>The recording of this session has reached its size limit and ended. What was recorded can be replayed.</source>
        <translation>本次会话的录制已达到大小上限并已停止。已录制的部分可以回放。</translation>
    </message>
    <message>
        <source>A trade does not fit into the bars that are built here. They are shown without it.</source>
        <translation>有一笔成交无法计入本机合成的K线。K线不含该笔成交。</translation>
    </message>
    <message>
        <source>Something went wrong inside Spreadline. Please report it with the log.</source>
        <translation>Spreadline 内部出错。请附上日志报告。</translation>
    </message>
</context>
<context>
    <name>Ladder</name>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>累计</translation>
    </message>
    <message>
        <source>Mid</source>
        <translation>中间价</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>价差</translation>
    </message>
    <message>
        <source>Bids</source>
        <translation>买盘</translation>
    </message>
    <message>
        <source>Asks</source>
        <translation>卖盘</translation>
    </message>
    <message>
        <source>Size to here</source>
        <translation>至此数量</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>价值</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>均价</translation>
    </message>
    <message>
        <source>From mid</source>
        <translation>距中间价</translation>
    </message>
</context>
<context>
    <name>Trust</name>
    <message>
        <source>Down</source>
        <translation>断开</translation>
    </message>
    <message>
        <source>Resyncing</source>
        <translation>重新同步</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>过时</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>Synced</source>
        <translation>已同步</translation>
    </message>
    <message>
        <source>last data %1 ago</source>
        <translation>最近数据 %1 前</translation>
    </message>
    <message>
        <source>Not open yet</source>
        <translation>尚未开放</translation>
    </message>
    <message>
        <source>Halted</source>
        <translation>暂停交易</translation>
    </message>
    <message>
        <source>Settling</source>
        <translation>结算中</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
</context>
<context>
    <name>spreadline::AboutDialog</name>
    <message>
        <source>About Spreadline</source>
        <translation>关于 Spreadline</translation>
    </message>
    <message>
        <source>A desktop trading terminal for crypto markets.</source>
        <translation>加密货币市场桌面交易终端。</translation>
    </message>
    <message>
        <source>Built with Qt %1, running on Qt %2.</source>
        <translation>使用 Qt %1 构建，运行于 Qt %2。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It uses Qt (LGPL-3.0), simdjson (Apache-2.0), spdlog (MIT), Boost (BSL-1.0), OpenSSL (Apache-2.0), SQLite (public domain), toml++ (MIT), zlib (Zlib) and the Roboto font (Apache-2.0).</source>
        <translation>依据 GNU 通用公共许可证第 3 版或更高版本发布的自由软件。使用了 Qt (LGPL-3.0)、simdjson (Apache-2.0)、spdlog (MIT)、Boost (BSL-1.0)、OpenSSL (Apache-2.0)、SQLite（公有领域）、toml++ (MIT)、zlib (Zlib) 和 Roboto 字体 (Apache-2.0)。</translation>
    </message>
    <message>
        <source>Profile: %1</source>
        <translation>配置目录：%1</translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation>打开日志文件夹</translation>
    </message>
</context>
<context>
    <name>spreadline::ChannelModel</name>
    <message>
        <source>Trades</source>
        <translation>成交</translation>
    </message>
    <message>
        <source>Order book</source>
        <translation>订单簿</translation>
    </message>
    <message>
        <source>Best bid and ask</source>
        <translation>最优买卖价</translation>
    </message>
    <message>
        <source>Bars %1</source>
        <translation>K线 %1</translation>
    </message>
    <message>
        <source>Mark price</source>
        <translation>标记价格</translation>
    </message>
    <message>
        <source>24 h ticker</source>
        <translation>24 小时行情</translation>
    </message>
    <message>
        <source>Liquidations</source>
        <translation>强平</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>数据流</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>品种</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>时效</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>spreadline::ChartPanel</name>
    <message>
        <source>Latest »</source>
        <translation>最新 »</translation>
    </message>
    <message>
        <source>Jump to the latest bar (End)</source>
        <translation>跳到最新K线 (End)</translation>
    </message>
    <message>
        <source>Jump to the latest bar</source>
        <translation>跳到最新K线</translation>
    </message>
    <message>
        <source>No instrument</source>
        <translation>未选择合约</translation>
    </message>
    <message>
        <source>Choose one in the watchlist to see its chart.</source>
        <translation>请在自选列表中选择一个合约以查看图表。</translation>
    </message>
    <message>
        <source>Waiting for the venue</source>
        <translation>等待交易所</translation>
    </message>
    <message>
        <source>%1 could not be loaded</source>
        <translation>无法加载 %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Loading %1</source>
        <translation>正在加载 %1</translation>
    </message>
    <message>
        <source>No %1 bars yet</source>
        <translation>尚无 %1 K线</translation>
    </message>
    <message>
        <source>Nothing has traded in this interval. The first bar appears with the next trade.</source>
        <translation>该周期内没有成交。下一笔成交时出现第一根K线。</translation>
    </message>
    <message>
        <source>Older bars could not be loaded: %1</source>
        <translation>无法加载更早的K线：%1</translation>
    </message>
    <message>
        <source>Partial: missing bars are being fetched</source>
        <translation>不完整：正在获取缺失的K线</translation>
    </message>
    <message>
        <source>Resyncing: bars are being brought up to date</source>
        <translation>重新同步：正在更新K线</translation>
    </message>
    <message>
        <source>Stale: no data from the venue</source>
        <translation>过时：没有交易所数据</translation>
    </message>
    <message>
        <source>Stale %1: no data from the venue</source>
        <translation>过时 %1：没有交易所数据</translation>
    </message>
    <message>
        <source>Not connected to the venue</source>
        <translation>未连接交易所</translation>
    </message>
    <message>
        <source>Not connected: the last data is %1 old</source>
        <translation>未连接：最近数据已过 %1</translation>
    </message>
    <message>
        <source>The list of instruments has not come yet. It is asked for again by itself; Connections and Notices tell what is in the way.</source>
        <translation>尚未收到合约列表，将自动重新请求；原因见“连接”和“通知”。</translation>
    </message>
</context>
<context>
    <name>spreadline::CommandPalette</name>
    <message>
        <source>Symbol or command</source>
        <translation>品种或命令</translation>
    </message>
</context>
<context>
    <name>spreadline::ConnectionsPanel</name>
    <message>
        <source>Streams</source>
        <translation>数据流</translation>
    </message>
    <message>
        <source>Frames %1   rejected %2   unknown %3   gaps %4   resyncs %5   reconnects %6   overflows %7   round trip %8</source>
        <translation>消息 %1   拒绝 %2   未知 %3   缺口 %4   重新同步 %5   重连 %6   溢出 %7   往返 %8</translation>
    </message>
</context>
<context>
    <name>spreadline::DockTitle</name>
    <message>
        <source>Float or dock</source>
        <translation>浮动或停靠</translation>
    </message>
    <message>
        <source>Close panel</source>
        <translation>关闭面板</translation>
    </message>
</context>
<context>
    <name>spreadline::InstrumentHeader</name>
    <message>
        <source>Active instrument</source>
        <translation>当前合约</translation>
    </message>
    <message>
        <source>24h change</source>
        <translation>24h 涨跌</translation>
    </message>
    <message>
        <source>Funding / next</source>
        <translation>资金费率 / 下次</translation>
    </message>
    <message>
        <source>24h volume (%1)</source>
        <translation>24h 成交额 (%1)</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>24h high</source>
        <translation>24h 最高</translation>
    </message>
    <message>
        <source>24h low</source>
        <translation>24h 最低</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>Waiting for the venue&apos;s list of instruments</source>
        <translation>等待交易所的合约列表</translation>
    </message>
</context>
<context>
    <name>spreadline::LadderPanel</name>
    <message>
        <source>Price grouping</source>
        <translation>价格分组</translation>
    </message>
    <message>
        <source>Sizes in base or quote currency</source>
        <translation>以基础或计价货币显示数量</translation>
    </message>
    <message>
        <source>Centred</source>
        <translation>居中</translation>
    </message>
    <message>
        <source>Re-centre</source>
        <translation>重新居中</translation>
    </message>
    <message>
        <source>The spread stays in the middle; scroll to let prices stand still</source>
        <translation>价差保持居中；滚动可固定价格</translation>
    </message>
    <message>
        <source>Bring the spread back to the middle (Home)</source>
        <translation>将价差移回中间 (Home)</translation>
    </message>
    <message>
        <source>Choose an instrument in the watchlist to see its order book.</source>
        <translation>请在自选列表中选择一个合约以查看订单簿。</translation>
    </message>
    <message>
        <source>The list of instruments has not come yet.</source>
        <translation>尚未收到合约列表。</translation>
    </message>
    <message>
        <source>Waiting for the order book of %1.</source>
        <translation>等待 %1 的订单簿。</translation>
    </message>
    <message>
        <source>Resync the order book</source>
        <translation>重新同步订单簿</translation>
    </message>
    <message>
        <source>Keep the spread in the middle</source>
        <translation>使价差居中</translation>
    </message>
</context>
<context>
    <name>spreadline::MainWindow</name>
    <message>
        <source>Watchlist</source>
        <translation>自选</translation>
    </message>
    <message>
        <source>Order book</source>
        <translation>订单簿</translation>
    </message>
    <message>
        <source>Trades</source>
        <translation>成交</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Save layout</source>
        <translation>保存布局</translation>
    </message>
    <message>
        <source>Name of the layout</source>
        <translation>布局名称</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>首选项(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Symbol or command…</source>
        <translation>品种或命令(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Filter the watchlist</source>
        <translation>筛选自选(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Next symbol</source>
        <translation>下一个品种(&amp;N)</translation>
    </message>
    <message>
        <source>Pre&amp;vious symbol</source>
        <translation>上一个品种(&amp;V)</translation>
    </message>
    <message>
        <source>Next &amp;panel</source>
        <translation>下一个面板(&amp;P)</translation>
    </message>
    <message>
        <source>Previous p&amp;anel</source>
        <translation>上一个面板(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Only the chart</source>
        <translation>仅图表(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Rise and fall</source>
        <translation>涨跌颜色(&amp;R)</translation>
    </message>
    <message>
        <source>Green and red</source>
        <translation>绿涨红跌</translation>
    </message>
    <message>
        <source>Red and green</source>
        <translation>红涨绿跌</translation>
    </message>
    <message>
        <source>Blue and orange</source>
        <translation>蓝涨橙跌</translation>
    </message>
    <message>
        <source>La&amp;youts</source>
        <translation>布局(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>另存为(&amp;S)…</translation>
    </message>
    <message>
        <source>Restore the &amp;default layout</source>
        <translation>恢复默认布局(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About Spreadline</source>
        <translation>关于 Spreadline(&amp;A)</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>品种</translation>
    </message>
    <message>
        <source>G&amp;o</source>
        <translation>转到(&amp;O)</translation>
    </message>
    <message>
        <source>Go to &amp;date…</source>
        <translation>转到日期(&amp;D)…</translation>
    </message>
    <message>
        <source>Move symbol &amp;up the watchlist</source>
        <translation>自选中上移品种(&amp;U)</translation>
    </message>
    <message>
        <source>Move symbol do&amp;wn the watchlist</source>
        <translation>自选中下移品种(&amp;W)</translation>
    </message>
</context>
<context>
    <name>spreadline::NoticeLog</name>
    <message>
        <source>Info</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>警报</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>spreadline::NoticePanel</name>
    <message>
        <source>Notices</source>
        <translation>通知</translation>
    </message>
</context>
<context>
    <name>spreadline::PreferencesDialog</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Rise and fall</source>
        <translation>涨跌颜色</translation>
    </message>
    <message>
        <source>Green and red</source>
        <translation>绿涨红跌</translation>
    </message>
    <message>
        <source>Red and green</source>
        <translation>红涨绿跌</translation>
    </message>
    <message>
        <source>Blue and orange</source>
        <translation>蓝涨橙跌</translation>
    </message>
    <message>
        <source>Times in</source>
        <translation>时间显示</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>本地时间</translation>
    </message>
    <message>
        <source>Show milliseconds of trades</source>
        <translation>显示成交的毫秒</translation>
    </message>
    <message>
        <source>Flash prices that change</source>
        <translation>价格变动时闪烁</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>语言将在下次启动时更改。</translation>
    </message>
</context>
<context>
    <name>spreadline::StatusStrip</name>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Skipped frames</source>
        <translation>跳过帧</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>From the venue&apos;s event to its receipt here: half of all, and all but one in a hundred</source>
        <translation>从交易所事件到本地接收：一半的消息，以及百分之九十九的消息</translation>
    </message>
    <message>
        <source>The venue&apos;s clock minus this machine&apos;s</source>
        <translation>交易所时钟减去本机时钟</translation>
    </message>
    <message>
        <source>Frames the window left out because the engine was still busy with the one before</source>
        <translation>因引擎仍在处理上一帧而被窗口跳过的帧</translation>
    </message>
    <message>
        <source>Request weight used of what the venue allows in a minute</source>
        <translation>已用请求权重占交易所每分钟限额的比例</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>No streams yet</source>
        <translation>尚无数据流</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
    <message>
        <source>banned %1</source>
        <translation>封禁 %1</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>%1 dropped</source>
        <translation>丢弃 %1</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>(%1 old)</source>
        <translation>（%1 前）</translation>
    </message>
    <message>
        <source>Streams %1/%2 synced</source>
        <translation>数据流 %1/%2 已同步</translation>
    </message>
    <message>
        <source>Rows stored: %1</source>
        <translation>已存储行数：%1</translation>
    </message>
</context>
<context>
    <name>spreadline::TapeCanvas</name>
    <message>
        <source>Trades</source>
        <translation>成交</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>No trades to show yet</source>
        <translation>尚无成交</translation>
    </message>
</context>
<context>
    <name>spreadline::TapePanel</name>
    <message>
        <source>Smallest trade shown</source>
        <translation>显示的最小成交</translation>
    </message>
    <message>
        <source>Smallest trade shown, by its value in the quote asset</source>
        <translation>显示的最小成交（按计价货币价值）</translation>
    </message>
    <message>
        <source>All sizes</source>
        <translation>全部大小</translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation>跳过 %1</translation>
    </message>
    <message numerus="yes">
        <source>Paused, %n new: back to the top</source>
        <translation>
            <numerusform>已暂停，%n 笔新成交：回到顶部</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused: back to the top</source>
        <translation>已暂停：回到顶部</translation>
    </message>
</context>
<context>
    <name>spreadline::WatchlistModel</name>
    <message>
        <source>Next funding in %1</source>
        <translation>距下次资金费率 %1</translation>
    </message>
    <message>
        <source>Mark %1, index %2</source>
        <translation>标记 %1，指数 %2</translation>
    </message>
    <message>
        <source>24 h high %1, low %2</source>
        <translation>24 小时最高 %1，最低 %2</translation>
    </message>
    <message>
        <source>%1 %2 in 24 h</source>
        <translation>24 小时 %1 %2</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>品种</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最新价</translation>
    </message>
    <message>
        <source>24h %</source>
        <translation>24h %</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>成交额</translation>
    </message>
    <message>
        <source>Funding</source>
        <translation>资金费率</translation>
    </message>
</context>
<context>
    <name>spreadline::WatchlistPanel</name>
    <message>
        <source>Filter symbols</source>
        <translation>筛选品种</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>自选</translation>
    </message>
    <message>
        <source>The list of instruments has not come yet.</source>
        <translation>尚未收到合约列表。</translation>
    </message>
    <message>
        <source>No symbol matches “%1”. Esc shows all again.</source>
        <translation>没有与“%1”匹配的代码。按 Esc 显示全部。</translation>
    </message>
    <message>
        <source>My own order</source>
        <translation>自定义顺序</translation>
    </message>
    <message>
        <source>Keep this order as my own</source>
        <translation>将当前顺序保存为自定义顺序</translation>
    </message>
    <message>
        <source>Rows can be moved in your own order: right-click a heading</source>
        <translation>仅在自定义顺序下可移动行：右键单击列标题</translation>
    </message>
</context>
<context>
    <name>spreadline::chart::DatePrompt</name>
    <message>
        <source>Go to date</source>
        <translation>转到日期</translation>
    </message>
    <message>
        <source>2026-03-14 09:30 · 03-14 · 09:30</source>
        <translation>2026-03-14 09:30 · 03-14 · 09:30</translation>
    </message>
    <message>
        <source>No such date</source>
        <translation>没有这样的日期</translation>
    </message>
    <message>
        <source>Too far back for these bars: choose a longer interval first</source>
        <translation>对于这种K线来说太久远：请先选择更长的周期</translation>
    </message>
    <message>
        <source>Enter: %1</source>
        <translation>回车：%1</translation>
    </message>
</context>
<context>
    <name>spreadline::chart::IntervalBar</name>
    <message>
        <source>All intervals; or type one on the chart: 15, 1h, 30s, 100t</source>
        <translation>全部周期；也可在图表上输入：15、1h、30s、100t</translation>
    </message>
    <message>
        <source>All intervals</source>
        <translation>全部周期</translation>
    </message>
    <message>
        <source>Interval %1</source>
        <translation>周期 %1</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Minutes to months</source>
        <translation>分钟至月</translation>
    </message>
    <message>
        <source>Trades a bar</source>
        <translation>每根K线成交笔数</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>spreadline::chart::IntervalPrompt</name>
    <message>
        <source>Change interval</source>
        <translation>更改周期</translation>
    </message>
    <message>
        <source>Enter: %1 bars</source>
        <translation>回车：%1 K线</translation>
    </message>
    <message>
        <source>No such interval</source>
        <translation>没有此周期</translation>
    </message>
    <message>
        <source>15 · 1h · 15s · 1d · 100t</source>
        <translation>15 · 1h · 15s · 1d · 100t</translation>
    </message>
</context>
<context>
    <name>spreadline::drawing::DrawingDialog</name>
    <message>
        <source>Style</source>
        <translation>样式</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>水平位</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>坐标</translation>
    </message>
    <message>
        <source>Visibility</source>
        <translation>可见性</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>线宽</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 像素</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>线型</translation>
    </message>
    <message>
        <source>Solid</source>
        <translation>实线</translation>
    </message>
    <message>
        <source>Dashed</source>
        <translation>虚线</translation>
    </message>
    <message>
        <source>Dotted</source>
        <translation>点线</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>线条</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Extend to the left</source>
        <translation>向左延伸</translation>
    </message>
    <message>
        <source>Extend to the right</source>
        <translation>向右延伸</translation>
    </message>
    <message>
        <source>Show figures</source>
        <translation>显示数值</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>入场</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>止盈</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>止损</translation>
    </message>
    <message>
        <source>Point %1</source>
        <translation>点 %1</translation>
    </message>
    <message>
        <source>Times in %1</source>
        <translation>时间以 %1 计</translation>
    </message>
    <message>
        <source>On all intervals</source>
        <translation>所有周期</translation>
    </message>
    <message>
        <source>Only on</source>
        <translation>仅在</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>已隐藏</translation>
    </message>
</context>
<context>
    <name>spreadline::drawing::DrawingToolbar</name>
    <message>
        <source>Drawing tools</source>
        <translation>绘图工具</translation>
    </message>
    <message>
        <source>Select and move</source>
        <translation>选择和移动</translation>
    </message>
    <message>
        <source>Magnet off</source>
        <translation>磁吸关闭</translation>
    </message>
    <message>
        <source>Weak magnet: near a price of the bar</source>
        <translation>弱磁吸：靠近K线价位时</translation>
    </message>
    <message>
        <source>Strong magnet: always</source>
        <translation>强磁吸：始终</translation>
    </message>
    <message>
        <source>Keep the tool</source>
        <translation>保持当前工具</translation>
    </message>
    <message>
        <source>Draw one after the other.</source>
        <translation>连续绘制多个图形。</translation>
    </message>
    <message>
        <source>Remove all drawings</source>
        <translation>移除所有图形</translation>
    </message>
    <message>
        <source>Ctrl+Z brings them back.</source>
        <translation>按 Ctrl+Z 可恢复。</translation>
    </message>
    <message>
        <source>Weak magnet</source>
        <translation>弱磁吸</translation>
    </message>
    <message>
        <source>Strong magnet</source>
        <translation>强磁吸</translation>
    </message>
    <message>
        <source>Catches open, high, low and close. Ctrl turns it about.</source>
        <translation>吸附到开盘、最高、最低和收盘价。按住 Ctrl 反向切换。</translation>
    </message>
    <message>
        <source>Unlock all drawings</source>
        <translation>解锁所有图形</translation>
    </message>
    <message>
        <source>Lock all drawings</source>
        <translation>锁定所有图形</translation>
    </message>
    <message>
        <source>Show all drawings</source>
        <translation>显示所有图形</translation>
    </message>
    <message>
        <source>Hide all drawings</source>
        <translation>隐藏所有图形</translation>
    </message>
</context>
<context>
    <name>spreadline::drawing::InkPicker</name>
    <message>
        <source>Accent</source>
        <translation>强调色</translation>
    </message>
    <message>
        <source>Text colour</source>
        <translation>文字颜色</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>Rise</source>
        <translation>上涨</translation>
    </message>
    <message>
        <source>Fall</source>
        <translation>下跌</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>琥珀色</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>青色</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Own colour…</source>
        <translation>自定义颜色…</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Colour of the drawing</source>
        <translation>图形颜色</translation>
    </message>
</context>
<context>
    <name>spreadline::drawing::LevelsEditor</name>
    <message>
        <source>Add a level</source>
        <translation>添加水平位</translation>
    </message>
    <message>
        <source>Show this level</source>
        <translation>显示此水平位</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>比率</translation>
    </message>
    <message>
        <source>Remove this level</source>
        <translation>移除此水平位</translation>
    </message>
</context>
<context>
    <name>spreadline::ladder::LadderCanvas</name>
    <message>
        <source>Order book</source>
        <translation>订单簿</translation>
    </message>
    <message>
        <source>Best bid %1, best ask %2</source>
        <translation>最优买价 %1，最优卖价 %2</translation>
    </message>
</context>
</TS>
