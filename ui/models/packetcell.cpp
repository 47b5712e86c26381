// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/packetcell.h"

#include "ui/theme/formats.h"

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostValues = 8;
constexpr size_t kMostBytes = 200;

QString textOf(const decoders::FieldTree &value)
{
    const std::string text = value.is_string() ? value.get_ref<const std::string &>() : value.dump(-1, ' ', false, decoders::FieldTree::error_handler_t::replace);
    QString shown = formats::plain(text.substr(0, kMostBytes));
    if (text.size() > kMostBytes)
        shown += u'…';
    if (value.is_number() && shown.startsWith(u'-'))
        shown[0] = QChar(0x2212);
    return shown;
}

} // namespace

PacketCell packetCell(const decoders::FieldTree *tree, const filter::PacketPath &path)
{
    PacketCell cell;
    if (!tree)
        return cell;
    int count = 0;
    const auto visit = [&](const decoders::FieldTree *found) {
        if (!found || found->is_null())
            return true;
        if (++count > kMostValues) {
            cell.text += u"; …"_s;
            return false;
        }
        cell.isNumber = count == 1 && found->is_number();
        if (count == 1) {
            const bool brief = found->is_primitive() && (!found->is_string() || found->get_ref<const std::string &>().size() <= kMostBytes);
            cell.value = brief ? *found : decoders::FieldTree::object();
        }
        if (cell.isNumber)
            cell.number = found->get<double>();
        cell.text += (count > 1 ? u"; "_s : QString()) + textOf(*found);
        return true;
    };
    filter::visitPath(*tree, path, false, visit);
    return cell;
}

QString packetText(const PacketCell &cell, const CellFormat &format)
{
    return cell.isNumber && format.kind == CellFormat::Kind::Decimals ? formats::number(cell.number, format.decimals) : cell.text;
}

} // namespace tocsin::ui
