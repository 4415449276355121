/* surmise-compare-row.c – one concept and how sure each model is of it
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-compare-row.h"

#include <glib/gi18n.h>
#include <math.h>

#include "surmise-compare-columns.h"
#include "surmise-compare-meter.h"
#include "surmise-compare-number.h"
#include "surmise-confidence.h"
#include "surmise-tooltip.h"

#define PAD_Y        7  /* above and below, wide */
#define PAD_Y_NARROW 8
#define GAP          8  /* between a bar and its percent */
#define MARK_GAP     8
#define LINE_GAP     1  /* between the bars of a narrow row */
#define METER        8

/* How one model stands to a concept. */
typedef struct
{
  GtkWidget *number;  /* (owned by being its parent): seen where rows are narrow */
  GtkWidget *meter;   /* (owned by being its parent) */
  GtkWidget *percent; /* (owned by being its parent) */
  gboolean   silent;  /* it does not say it, and is not going to */
} Cell;

/**
 * SurmiseCompareRow:
 *
 * Beside each other the bars stand in the columns of the head; where there is little room they stand below each other,
 * with the model's number before each, and who does not say it has no line. Which of the two it is follows from the
 * width alone. What only one model says has that model's number behind its name.
 */
struct _SurmiseCompareRow
{
  GtkWidget             parent_instance;

  GtkWidget            *name; /* (owned by being its parent) */
  GtkWidget            *mark; /* (owned by being its parent) */
  Cell                  cells[SURMISE_COMPARISON_MOST];
  guint                 n;    /* of @cells in use */
  SurmiseComparisonRow *row;  /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (SurmiseCompareRow, surmise_compare_row, GTK_TYPE_WIDGET)

static int
get_natural (GtkWidget      *child,
             GtkOrientation  orientation)
{
  int natural = 0;

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_measure (child, orientation, -1, NULL, &natural, NULL, NULL);

  return natural;
}

/* The same in each row, for the percent labels reserve room for the longest one. */
static int
get_percent_width (SurmiseCompareRow *self)
{
  return self->n > 0 ? get_natural (self->cells[0].percent, GTK_ORIENTATION_HORIZONTAL) : 0;
}

static int
get_line_height (SurmiseCompareRow *self)
{
  return self->n > 0 ? get_natural (self->cells[0].percent, GTK_ORIENTATION_VERTICAL) : 0;
}

static int
count_lines (SurmiseCompareRow *self)
{
  int n = 0;

  for (guint i = 0; i < self->n; i++)
    n += !self->cells[i].silent;

  return n;
}

static GtkSizeRequestMode
surmise_compare_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
surmise_compare_row_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  SurmiseCompareRow *self = SURMISE_COMPARE_ROW (widget);
  SurmiseCompareColumns columns;
  int height;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = get_percent_width (self) + 96;
      *natural = 400;
      return;
    }

  surmise_compare_columns_init (&columns, self->n, for_size);
  height = get_natural (self->name, GTK_ORIENTATION_VERTICAL);
  if (columns.narrow)
    height += (get_line_height (self) + LINE_GAP) * count_lines (self) + 2 * PAD_Y_NARROW;
  else
    height = MAX (height, get_line_height (self)) + 2 * PAD_Y;
  *minimum = *natural = height;
}

static void
allocate_name (SurmiseCompareRow *self,
               int                y,
               int                width,
               int                height,
               int                whole_width)
{
  int mark_width = get_natural (self->mark, GTK_ORIENTATION_HORIZONTAL);
  int mark_height = get_natural (self->mark, GTK_ORIENTATION_VERTICAL);
  int room = mark_width > 0 ? width - mark_width - MARK_GAP : width;
  int name_width = MIN (MAX (0, room), get_natural (self->name, GTK_ORIENTATION_HORIZONTAL));

  surmise_compare_columns_allocate (self->name, (GtkAllocation) { 0, y, name_width, height }, whole_width);
  surmise_compare_columns_allocate (self->mark,
                                    (GtkAllocation) { name_width + MARK_GAP, y + (height - mark_height) / 2, mark_width,
                                                      mark_height },
                                    whole_width);
}

static void
allocate_cell (SurmiseCompareRow *self,
               Cell              *cell,
               GtkAllocation      area,
               gboolean           narrow,
               int                whole_width)
{
  int percent = get_percent_width (self);
  int number = get_natural (cell->number, GTK_ORIENTATION_HORIZONTAL);
  int number_height = get_natural (cell->number, GTK_ORIENTATION_VERTICAL);
  int before = narrow ? number + MARK_GAP : 0;
  int meter = MAX (0, area.width - before - GAP - percent);

  surmise_compare_columns_allocate (cell->number,
                                    (GtkAllocation) { area.x, area.y + (area.height - number_height) / 2, number,
                                                      number_height },
                                    whole_width);
  get_natural (cell->meter, GTK_ORIENTATION_HORIZONTAL);
  surmise_compare_columns_allocate (cell->meter,
                                    (GtkAllocation) { area.x + before, area.y + (area.height - METER) / 2, meter,
                                                      METER },
                                    whole_width);
  surmise_compare_columns_allocate (cell->percent,
                                    (GtkAllocation) { area.x + area.width - percent, area.y, percent, area.height },
                                    whole_width);
}

static void
surmise_compare_row_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  SurmiseCompareRow *self = SURMISE_COMPARE_ROW (widget);
  SurmiseCompareColumns columns;
  int line = get_line_height (self);
  int name = get_natural (self->name, GTK_ORIENTATION_VERTICAL);
  int y;

  surmise_compare_columns_init (&columns, self->n, width);
  if (columns.narrow)
    allocate_name (self, PAD_Y_NARROW, width, name, width);
  else
    allocate_name (self, (height - name) / 2, columns.name_width, name, width);

  y = columns.narrow ? PAD_Y_NARROW + name + LINE_GAP : (height - line) / 2;
  for (guint i = 0; i < self->n; i++)
    {
      Cell *cell = &self->cells[i];
      gboolean seen = !columns.narrow || !cell->silent;

      gtk_widget_set_child_visible (cell->number, columns.narrow && seen);
      gtk_widget_set_child_visible (cell->meter, seen);
      gtk_widget_set_child_visible (cell->percent, seen);
      if (!seen)
        continue;
      allocate_cell (self, cell, (GtkAllocation) { columns.x[i], y, columns.width[i], line }, columns.narrow, width);
      if (columns.narrow)
        y += line + LINE_GAP;
    }
}

static void
surmise_compare_row_dispose (GObject *object)
{
  SurmiseCompareRow *self = SURMISE_COMPARE_ROW (object);

  g_clear_pointer (&self->name, gtk_widget_unparent);
  g_clear_pointer (&self->mark, gtk_widget_unparent);
  for (guint i = 0; i < SURMISE_COMPARISON_MOST; i++)
    {
      g_clear_pointer (&self->cells[i].number, gtk_widget_unparent);
      g_clear_pointer (&self->cells[i].meter, gtk_widget_unparent);
      g_clear_pointer (&self->cells[i].percent, gtk_widget_unparent);
    }
  self->n = 0;
  g_clear_object (&self->row);

  G_OBJECT_CLASS (surmise_compare_row_parent_class)->dispose (object);
}

static void
surmise_compare_row_class_init (SurmiseCompareRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_compare_row_dispose;
  widget_class->get_request_mode = surmise_compare_row_get_request_mode;
  widget_class->measure = surmise_compare_row_measure;
  widget_class->size_allocate = surmise_compare_row_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "comparerow");
}

static void
surmise_compare_row_init (SurmiseCompareRow *self)
{
  self->name = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (self->name), TRUE);
  gtk_widget_set_parent (self->name, GTK_WIDGET (self));
  self->mark = surmise_compare_number_new (0);
  gtk_widget_set_parent (self->mark, GTK_WIDGET (self));
}

GtkWidget *
surmise_compare_row_new (void)
{
  return g_object_new (SURMISE_TYPE_COMPARE_ROW, NULL);
}

static void
make_cell (SurmiseCompareRow *self,
           guint              i)
{
  Cell *cell = &self->cells[i];
  g_autofree char *longest = surmise_confidence_to_text (1);

  cell->number = surmise_compare_number_new (i + 1);
  gtk_widget_set_parent (cell->number, GTK_WIDGET (self));
  cell->meter = surmise_compare_meter_new ();
  gtk_widget_set_parent (cell->meter, GTK_WIDGET (self));
  cell->percent = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (cell->percent), 1);
  gtk_label_set_width_chars (GTK_LABEL (cell->percent), (int) g_utf8_strlen (longest, -1));
  gtk_widget_add_css_class (cell->percent, "numeric");
  gtk_widget_set_parent (cell->percent, GTK_WIDGET (self));
}

/* Cells are made when the first row needs them, and kept. */
static void
set_n_cells (SurmiseCompareRow *self,
             guint              n)
{
  if (self->n == n)
    return;

  self->n = n;
  for (guint i = 0; i < SURMISE_COMPARISON_MOST; i++)
    {
      if (i < n && self->cells[i].meter == NULL)
        make_cell (self, i);
      if (self->cells[i].meter == NULL)
        continue;
      gtk_widget_set_visible (self->cells[i].number, i < n);
      gtk_widget_set_visible (self->cells[i].meter, i < n);
      gtk_widget_set_visible (self->cells[i].percent, i < n);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_cell (Cell           *cell,
           const char     *model,
           double          value,
           SurmisePicture *answer)
{
  gboolean said = !isnan (value);
  gboolean waiting = answer == NULL || surmise_picture_is_busy (answer);
  /* Who failed may have had it to say. */
  gboolean unsaid = !said && !waiting && surmise_picture_get_state (answer) == SURMISE_PICTURE_STATE_DONE;
  g_autofree char *text = said ? surmise_confidence_to_text (value) : NULL;
  g_autofree char *spoken = said ? surmise_confidence_to_spoken (value) : NULL;
  g_autofree char *label = g_strdup_printf (_("%s, %s"), model,
                                            said ? spoken : unsaid ? _("does not say it") : _("no answer yet"));

  surmise_compare_meter_set_value (SURMISE_COMPARE_METER (cell->meter), value);
  set_class (cell->meter, "empty", !said && !waiting);
  gtk_label_set_label (GTK_LABEL (cell->percent), said ? text : unsaid ? "–" : "");
  set_class (cell->percent, "dim-label", !said);
  if (cell->silent != (!said && !waiting))
    gtk_widget_queue_resize (gtk_widget_get_parent (cell->meter));
  cell->silent = !said && !waiting;
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell->meter), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* Which model alone says it, counted from 1; 0 where it is several, or where only one has answered at all. */
static guint
find_only (SurmiseComparison    *comparison,
           SurmiseComparisonRow *row)
{
  guint n_answered = 0, only = 0;

  if (surmise_comparison_row_get_n_said (row) != 1)
    return 0;

  for (guint i = 0; i < surmise_comparison_get_n_models (comparison); i++)
    {
      SurmisePicture *answer = surmise_comparison_get_answer (comparison, i);

      if (answer != NULL && surmise_picture_get_state (answer) == SURMISE_PICTURE_STATE_DONE)
        n_answered++;
      if (!isnan (surmise_comparison_row_get_value (row, i)))
        only = i + 1;
    }

  return n_answered > 1 ? only : 0;
}

/**
 * surmise_compare_row_show:
 * @self: the row
 * @comparison: the models
 * @row: what they say
 */
void
surmise_compare_row_show (SurmiseCompareRow    *self,
                          SurmiseComparison    *comparison,
                          SurmiseComparisonRow *row)
{
  const char *name;
  guint only;

  g_return_if_fail (SURMISE_IS_COMPARE_ROW (self));
  g_return_if_fail (SURMISE_IS_COMPARISON (comparison));
  g_return_if_fail (SURMISE_IS_COMPARISON_ROW (row));

  g_set_object (&self->row, row);
  name = surmise_comparison_row_get_name (row);
  only = find_only (comparison, row);
  gtk_label_set_label (GTK_LABEL (self->name), name);
  surmise_tooltip_set (self->name, name);
  surmise_compare_number_set (self->mark, only);
  if (only > 0)
    {
      /* Translators: a model's name. */
      g_autofree char *tooltip = g_strdup_printf (_("Only %s says this"),
                                                  surmise_comparison_get_name (comparison, only - 1));

      surmise_tooltip_set (self->mark, tooltip);
    }

  set_n_cells (self, MIN (surmise_comparison_get_n_models (comparison), SURMISE_COMPARISON_MOST));
  for (guint i = 0; i < self->n; i++)
    show_cell (&self->cells[i], surmise_comparison_get_name (comparison, i), surmise_comparison_row_get_value (row, i),
               surmise_comparison_get_answer (comparison, i));
}

SurmiseComparisonRow *
surmise_compare_row_get_row (SurmiseCompareRow *self)
{
  g_return_val_if_fail (SURMISE_IS_COMPARE_ROW (self), NULL);

  return self->row;
}

/**
 * surmise_compare_row_to_spoken:
 * @comparison: the models
 * @row: what they say
 *
 * Returns: (transfer full): "train. General, 99.9 percent. Food, 3.1 percent.", with who alone says it
 */
char *
surmise_compare_row_to_spoken (SurmiseComparison    *comparison,
                               SurmiseComparisonRow *row)
{
  GString *text;
  guint only;

  g_return_val_if_fail (SURMISE_IS_COMPARISON (comparison), NULL);
  g_return_val_if_fail (SURMISE_IS_COMPARISON_ROW (row), NULL);

  text = g_string_new (surmise_comparison_row_get_name (row));
  only = find_only (comparison, row);
  g_string_append (text, ".");
  if (only > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, _("Only %s says this"), surmise_comparison_get_name (comparison, only - 1));
      g_string_append (text, ".");
    }
  for (guint i = 0; i < surmise_comparison_get_n_models (comparison); i++)
    {
      double value = surmise_comparison_row_get_value (row, i);
      g_autofree char *spoken = isnan (value) ? NULL : surmise_confidence_to_spoken (value);

      if (spoken == NULL)
        continue;
      g_string_append_c (text, ' ');
      g_string_append_printf (text, _("%s, %s"), surmise_comparison_get_name (comparison, i), spoken);
      g_string_append (text, ".");
    }

  return g_string_free (text, FALSE);
}
