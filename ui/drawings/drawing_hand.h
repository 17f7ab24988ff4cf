// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawings/drawing_geometry.h"

#include <QPointer>

namespace spreadline::drawing {

enum class Magnet : std::uint8_t { Off, Weak, Strong };
enum class Refusal : std::uint8_t { Locked, Full };

/// The pointer over the chart, in device pixels.
struct Pointer {
    QPointF at;
    Qt::KeyboardModifiers modifiers = Qt::NoModifier;
};

/// What mouse and keyboard do to drawings, without a widget: the chart passes events on and pans itself when they are not taken
/// (false). A tool is chosen, clicks (or a press, a drag and a release) place its anchors with a preview that follows, and the
/// finished drawing goes into the book as one step. Else: click selects, drag moves a handle or the whole, Ctrl+drag a copy.
/// Shift keeps to 45 degrees or to an axis, Ctrl turns the magnet about, Shift+click on nothing measures. Ui thread only.
class DrawingHand : public QObject {
    Q_OBJECT
public:
    explicit DrawingHand(QObject* parent = nullptr) : QObject(parent) {}

    /// Both outlive the hand or are taken away with nullptr. Another book ends what was going on.
    void setBook(DrawingBook* book);
    void setProjection(const Projection* projection);
    DrawingBook* book() const noexcept { return m_book; }

    void chooseTool(std::optional<DrawingKind> kind);
    std::optional<DrawingKind> tool() const noexcept { return m_tool; }
    void setMagnet(Magnet magnet);
    Magnet magnet() const noexcept { return m_magnet; }
    /// Stay with the tool when a drawing is done.
    void setStaying(bool stay);
    bool isStaying() const noexcept { return m_stay; }

    bool press(const Pointer& pointer);
    bool move(const Pointer& pointer);
    bool release(const Pointer& pointer);
    bool doubleClick(const Pointer& pointer);
    void leave(); ///< the pointer went elsewhere
    bool key(int key, Qt::KeyboardModifiers modifiers);

    DrawingId selected() const noexcept { return m_selected; }
    void select(DrawingId id);
    DrawingId hovered() const noexcept { return m_hover ? m_hover->id : noDrawing; }
    /// False: nothing is selected, or it is locked (then refused() says so).
    bool removeSelected();
    bool duplicateSelected();
    /// Shows a drawing as it would be, in place of the one in the book; nullptr ends it. For the properties dialog.
    void preview(const Drawing* drawing);
    /// Between the first click and the last, or in a drag: the chart must not pan or follow meanwhile.
    bool isBusy() const noexcept { return m_phase != Phase::Idle; }
    /// What the mouse cursor should be; none leaves it to the chart.
    std::optional<Qt::CursorShape> cursor() const;

    /// The shapes as of now.
    const DrawingGeometry& scene();

Q_SIGNALS:
    void changed(); ///< something is to be painted anew
    void toolChanged();
    void selectionChanged();
    void propertiesWanted(spreadline::drawing::DrawingId id);
    void textWanted(spreadline::drawing::DrawingId id); ///< a note was placed and waits for its words
    void refused(spreadline::drawing::Refusal why);

private:
    enum class Phase : std::uint8_t { Idle, Placing, Pressed, Dragging, Measuring, Measured };

    bool isReady() const noexcept { return m_book && m_projection; }
    bool isInPane(QPointF at) const;
    double px(double logical) const { return logical * m_projection->pixelRatio(); }
    std::optional<Hit> hitAt(QPointF at);
    Anchor aimed(const Pointer& pointer, const Anchor* from) const;
    void show(Drawing drawing);
    void drop(); ///< back to idle, nothing kept
    void bookChanged();

    // tools (drawing_hand_place.cpp)
    bool place(const Pointer& pointer);
    void follow(const Pointer& pointer);
    Anchor nextAnchor(const Pointer& pointer) const;
    void showWith(const Anchor& next);
    void finish();
    void startRuler(const Pointer& pointer);
    bool undoKey(int key, Qt::KeyboardModifiers modifiers);
    bool nudgeKey(int key, Qt::KeyboardModifiers modifiers);
    bool escape();

    // drags (drawing_hand.cpp)
    bool startDrag();
    void drag(const Pointer& pointer);
    void commitDrag();

    QPointer<DrawingBook> m_book;
    const Projection* m_projection = nullptr;
    DrawingGeometry m_scene;
    std::array<std::uint64_t, 3> m_sceneOf{}; ///< stamp, revision, live version it was built for
    bool m_isSceneBuilt = false;

    std::optional<DrawingKind> m_tool;
    Magnet m_magnet = Magnet::Off;
    bool m_stay = false;

    Phase m_phase = Phase::Idle;
    DrawingBook::Entry m_live; ///< being placed or dragged
    std::uint64_t m_liveVersion = 0;
    std::vector<Anchor> m_standing; ///< placed already
    DrawingId m_selected = noDrawing;
    std::optional<Hit> m_hover, m_grabbed;
    Drawing m_original; ///< what is dragged, as it was
    Pointer m_pressed;
};

} // namespace spreadline::drawing
